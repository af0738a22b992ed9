//! The currencies: ISO 4217, the regions that use them, their digits and their size.

use super::choice::{Choice, choice};
use crate::number::Decimal;

choice! {
    /// The currency of every amount, by its ISO 4217 code.
    pub enum Currency {
        /// Russian rouble.
        Rub = "RUB",
        /// Kazakhstani tenge.
        Kzt = "KZT",
        /// Belarusian rouble.
        Byn = "BYN",
        /// Uzbekistani sum.
        Uzs = "UZS",
        /// Kyrgyzstani som.
        Kgs = "KGS",
        /// Armenian dram.
        Amd = "AMD",
        /// Georgian lari.
        Gel = "GEL",
        /// Euro.
        Eur = "EUR",
        /// US dollar.
        Usd = "USD",
        /// Pound sterling.
        Gbp = "GBP",
        /// Turkish lira.
        Try = "TRY",
        /// United Arab Emirates dirham.
        Aed = "AED",
        /// Chinese yuan.
        Cny = "CNY",
        /// Indian rupee.
        Inr = "INR",
        /// Canadian dollar.
        Cad = "CAD",
        /// Australian dollar.
        Aud = "AUD",
        /// Brazilian real.
        Brl = "BRL",
        /// Japanese yen.
        Jpy = "JPY",
        /// Swiss franc.
        Chf = "CHF",
        /// Polish zloty.
        Pln = "PLN",
        /// Ukrainian hryvnia.
        Uah = "UAH",
        /// Azerbaijani manat.
        Azn = "AZN",
        /// Tajikistani somoni.
        Tjs = "TJS",
        /// Turkmenistani manat.
        Tmt = "TMT",
        /// Moldovan leu.
        Mdl = "MDL",
        /// Mongolian tugrik.
        Mnt = "MNT",
        /// Swedish krona.
        Sek = "SEK",
        /// Norwegian krone.
        Nok = "NOK",
        /// Danish krone.
        Dkk = "DKK",
        /// Czech koruna.
        Czk = "CZK",
        /// Hungarian forint.
        Huf = "HUF",
        /// Romanian leu.
        Ron = "RON",
        /// Serbian dinar.
        Rsd = "RSD",
        /// Israeli new shekel.
        Ils = "ILS",
        /// South Korean won.
        Krw = "KRW",
        /// Singapore dollar.
        Sgd = "SGD",
        /// Hong Kong dollar.
        Hkd = "HKD",
        /// New Zealand dollar.
        Nzd = "NZD",
        /// Mexican peso.
        Mxn = "MXN",
        /// South African rand.
        Zar = "ZAR",
        /// Thai baht.
        Thb = "THB",
        /// Vietnamese dong.
        Vnd = "VND",
        /// Indonesian rupiah.
        Idr = "IDR",
        /// Malaysian ringgit.
        Myr = "MYR",
        /// Philippine peso.
        Php = "PHP",
        /// Saudi riyal.
        Sar = "SAR",
        /// Qatari riyal.
        Qar = "QAR",
        /// Kuwaiti dinar.
        Kwd = "KWD",
        /// Egyptian pound.
        Egp = "EGP",
        /// Nigerian naira.
        Ngn = "NGN",
        /// Afghan afghani.
        Afn = "AFN",
        /// Albanian lek.
        All = "ALL",
        /// Angolan kwanza.
        Aoa = "AOA",
        /// Argentine peso.
        Ars = "ARS",
        /// Aruban florin.
        Awg = "AWG",
        /// Bosnia and Herzegovina convertible mark.
        Bam = "BAM",
        /// Barbadian dollar.
        Bbd = "BBD",
        /// Bangladeshi taka.
        Bdt = "BDT",
        /// Bahraini dinar.
        Bhd = "BHD",
        /// Burundian franc.
        Bif = "BIF",
        /// Bermudian dollar.
        Bmd = "BMD",
        /// Brunei dollar.
        Bnd = "BND",
        /// Bolivian boliviano.
        Bob = "BOB",
        /// Bahamian dollar.
        Bsd = "BSD",
        /// Bhutanese ngultrum.
        Btn = "BTN",
        /// Botswana pula.
        Bwp = "BWP",
        /// Belize dollar.
        Bzd = "BZD",
        /// Congolese franc.
        Cdf = "CDF",
        /// Chilean peso.
        Clp = "CLP",
        /// Colombian peso.
        Cop = "COP",
        /// Costa Rican colon.
        Crc = "CRC",
        /// Cuban peso.
        Cup = "CUP",
        /// Cape Verdean escudo.
        Cve = "CVE",
        /// Djiboutian franc.
        Djf = "DJF",
        /// Dominican peso.
        Dop = "DOP",
        /// Algerian dinar.
        Dzd = "DZD",
        /// Eritrean nakfa.
        Ern = "ERN",
        /// Ethiopian birr.
        Etb = "ETB",
        /// Fijian dollar.
        Fjd = "FJD",
        /// Falkland Islands pound.
        Fkp = "FKP",
        /// Ghanaian cedi.
        Ghs = "GHS",
        /// Gibraltar pound.
        Gip = "GIP",
        /// Gambian dalasi.
        Gmd = "GMD",
        /// Guinean franc.
        Gnf = "GNF",
        /// Guatemalan quetzal.
        Gtq = "GTQ",
        /// Guyanese dollar.
        Gyd = "GYD",
        /// Honduran lempira.
        Hnl = "HNL",
        /// Haitian gourde.
        Htg = "HTG",
        /// Iraqi dinar.
        Iqd = "IQD",
        /// Iranian rial.
        Irr = "IRR",
        /// Icelandic krona.
        Isk = "ISK",
        /// Jamaican dollar.
        Jmd = "JMD",
        /// Jordanian dinar.
        Jod = "JOD",
        /// Kenyan shilling.
        Kes = "KES",
        /// Cambodian riel.
        Khr = "KHR",
        /// Comorian franc.
        Kmf = "KMF",
        /// North Korean won.
        Kpw = "KPW",
        /// Cayman Islands dollar.
        Kyd = "KYD",
        /// Lao kip.
        Lak = "LAK",
        /// Lebanese pound.
        Lbp = "LBP",
        /// Sri Lankan rupee.
        Lkr = "LKR",
        /// Liberian dollar.
        Lrd = "LRD",
        /// Lesotho loti.
        Lsl = "LSL",
        /// Libyan dinar.
        Lyd = "LYD",
        /// Moroccan dirham.
        Mad = "MAD",
        /// Malagasy ariary.
        Mga = "MGA",
        /// Macedonian denar.
        Mkd = "MKD",
        /// Myanmar kyat.
        Mmk = "MMK",
        /// Macanese pataca.
        Mop = "MOP",
        /// Mauritanian ouguiya.
        Mru = "MRU",
        /// Mauritian rupee.
        Mur = "MUR",
        /// Maldivian rufiyaa.
        Mvr = "MVR",
        /// Malawian kwacha.
        Mwk = "MWK",
        /// Mozambican metical.
        Mzn = "MZN",
        /// Namibian dollar.
        Nad = "NAD",
        /// Nicaraguan cordoba.
        Nio = "NIO",
        /// Nepalese rupee.
        Npr = "NPR",
        /// Omani rial.
        Omr = "OMR",
        /// Panamanian balboa.
        Pab = "PAB",
        /// Peruvian sol.
        Pen = "PEN",
        /// Papua New Guinean kina.
        Pgk = "PGK",
        /// Pakistani rupee.
        Pkr = "PKR",
        /// Paraguayan guarani.
        Pyg = "PYG",
        /// Rwandan franc.
        Rwf = "RWF",
        /// Solomon Islands dollar.
        Sbd = "SBD",
        /// Seychellois rupee.
        Scr = "SCR",
        /// Sudanese pound.
        Sdg = "SDG",
        /// Saint Helena pound.
        Shp = "SHP",
        /// Sierra Leonean leone.
        Sle = "SLE",
        /// Somali shilling.
        Sos = "SOS",
        /// Surinamese dollar.
        Srd = "SRD",
        /// South Sudanese pound.
        Ssp = "SSP",
        /// Sao Tome and Principe dobra.
        Stn = "STN",
        /// Salvadoran colon.
        Svc = "SVC",
        /// Syrian pound.
        Syp = "SYP",
        /// Swazi lilangeni.
        Szl = "SZL",
        /// Tunisian dinar.
        Tnd = "TND",
        /// Tongan paʻanga.
        Top = "TOP",
        /// Trinidad and Tobago dollar.
        Ttd = "TTD",
        /// New Taiwan dollar.
        Twd = "TWD",
        /// Tanzanian shilling.
        Tzs = "TZS",
        /// Ugandan shilling.
        Ugx = "UGX",
        /// Uruguayan peso.
        Uyu = "UYU",
        /// Venezuelan bolivar.
        Ves = "VES",
        /// Vanuatu vatu.
        Vuv = "VUV",
        /// Samoan tala.
        Wst = "WST",
        /// Central African CFA franc.
        Xaf = "XAF",
        /// East Caribbean dollar.
        Xcd = "XCD",
        /// Caribbean guilder.
        Xcg = "XCG",
        /// West African CFA franc.
        Xof = "XOF",
        /// CFP franc.
        Xpf = "XPF",
        /// Yemeni rial.
        Yer = "YER",
        /// Zambian kwacha.
        Zmw = "ZMW",
        /// Zimbabwe gold.
        Zwg = "ZWG",
    }
}

/// Regions by their ISO 3166 codes, with the currencies used there, where the currency's code does not begin with the region's.
const REGIONS: &[(&str, Currency)] = &[
    (
        "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK AD MC SM VA ME XK GF GP MQ RE YT PM BL MF AX TF",
        Currency::Eur,
    ),
    ("AS BQ EC FM GU IO MH MP PR PW SV TC TL UM VG VI", Currency::Usd),
    ("CC CX HM KI NF NR TV", Currency::Aud),
    ("CK NU PN TK", Currency::Nzd),
    ("GG IM JE", Currency::Gbp),
    ("LI", Currency::Chf),
    ("GL FO", Currency::Dkk),
    ("SJ BV", Currency::Nok),
    ("PS", Currency::Ils),
    ("EH", Currency::Mad),
    ("CM CF TD CG GQ GA", Currency::Xaf),
    ("BJ BF CI GW ML NE SN TG", Currency::Xof),
    ("NC PF WF", Currency::Xpf),
    ("AG DM GD KN LC VC AI MS", Currency::Xcd),
    ("CW SX", Currency::Xcg),
];

/// Currencies without digits behind the point, and those with three: ISO 4217.
const MINOR_DIGITS: [(&str, u8); 2] = [
    ("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF", 0),
    ("BHD IQD JOD KWD LYD OMR TND", 3),
];

/// How many units of a currency are about as much as a rouble is, in round numbers; a hundredth of one where nothing is said.
const SIZES: [(&str, (i64, u32)); 9] = [
    ("UZS VND IDR LAK GNF IRR LBP", (100, 0)),
    ("COP PYG MNT KHR UGX MGA TZS SYP", (50, 0)),
    ("KRW CLP NGN ARS IQD YER MMK RWF XOF XAF XPF MWK BIF KMF AOA CDF SSP", (10, 0)),
    ("KZT AMD HUF CRC", (5, 0)),
    (
        "RUB INR KGS JPY ISK DZD LKR PKR NPR BTN BDT RSD AFN ETB PHP JMD HTG KES LRD MKD ALL CVE DJF GYD KPW VUV SDG",
        (1, 0),
    ),
    (
        "TRY UAH THB CZK TWD EGP UYU MXN MDL ZAR NIO HNL DOP ZMW MUR SRD SCR GMD MZN SZL LSL NAD VES CUP MRU",
        (5, 1),
    ),
    ("CNY SEK NOK DKK HKD MOP BWP GHS BOB GTQ MAD TJS MVR ERN SVC STN", (1, 1)),
    ("BYN GEL AED PLN ILS QAR SAR MYR RON PEN BRL TND LYD PGK", (4, 2)),
    ("KWD BHD OMR JOD", (3, 3)),
];

impl Currency {
    /// The currency of a reader's region, by the languages that the browser names, the best first. Where no region is named or
    /// there is no such region: roubles for who reads Russian first, else dollars. What is no tag names no region.
    ///
    /// ```
    /// use obkatka::model::Currency;
    /// assert_eq!(Currency::of_reader(&["en-GB".into(), "ru-RU".into()]), Currency::Gbp);
    /// assert_eq!(Currency::of_reader(&["en".into(), "de-DE".into()]), Currency::Eur);
    /// assert_eq!(Currency::of_reader(&["ru".into()]), Currency::Rub);
    /// assert_eq!(Currency::of_reader(&["en-US".into()]), Currency::Usd);
    /// assert_eq!(Currency::of_reader(&["en-GB-oxendict".into()]), Currency::Gbp);
    /// assert_eq!(Currency::of_reader(&["de-CH".into()]), Currency::Chf);
    /// assert_eq!(Currency::of_reader(&["fr-SN".into()]), Currency::Xof);
    /// assert_eq!(Currency::of_reader(&["en-ZZ".into()]), Currency::Usd);
    /// assert_eq!(Currency::of_reader(&["-- --".into(), "kk-Cyrl-KZ".into()]), Currency::Kzt);
    /// assert_eq!(Currency::of_reader(&[]), Currency::Usd);
    /// ```
    pub fn of_reader(languages: &[String]) -> Self {
        let is_russian = languages.first().is_some_and(|tag| tag.starts_with("ru"));
        let otherwise = if is_russian { Currency::Rub } else { Currency::Usd };
        // The region stands behind the language, or behind a script: `zh-Hans-CN`.
        let region = |tag| str::split(tag, '-').skip(1).take(2).find(|code| code.trim().len() == 2);
        let region = languages.iter().find_map(|tag| region(tag));
        region.and_then(Self::of_region).unwrap_or(otherwise)
    }

    /// The currency of a region: most begin with its code, as `CHF` does with `CH`.
    fn of_region(region: &str) -> Option<Self> {
        let other = REGIONS.iter().find(|(codes, _)| codes.contains(region)).map(|(_, own)| *own);
        other.or_else(|| Self::ALL.iter().copied().find(|own| own.name().starts_with(region)))
    }

    /// How many digits its amounts have behind the point: none in yen, three in Kuwaiti dinars, two in most.
    pub fn minor_digits(self) -> u8 {
        let own = MINOR_DIGITS.iter().find(|(codes, _)| codes.contains(self.name()));
        own.map_or(2, |(_, digits)| *digits)
    }

    /// How many of its units stand where a rouble does in an example, which is no rate of exchange.
    pub fn size(self) -> Decimal {
        let own = SIZES.iter().find(|(codes, _)| codes.contains(self.name()));
        let (digits, scale) = own.map_or((1, 2), |(_, size)| *size);
        Decimal::new(digits, scale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_in_a_table_is_a_currency_and_stands_once() {
        let codes = || SIZES.iter().flat_map(|(codes, _)| codes.split(' '));
        let digits = MINOR_DIGITS.iter().flat_map(|(codes, _)| codes.split(' '));
        for code in codes().chain(digits) {
            assert!(Currency::NAMES.contains(&code), "{code}");
        }
        assert!(codes().all(|code| codes().filter(|other| *other == code).count() == 1));
        for name in Currency::NAMES {
            assert_eq!(Currency::NAMES.iter().filter(|other| *other == name).count(), 1, "{name}");
        }
    }

    #[test]
    fn regions_of_the_world_have_their_currency() {
        let of = |region: &str| Currency::of_region(region).map(|own| own.name());
        for (region, code) in [
            ("JP", "JPY"),
            ("CH", "CHF"),
            ("PL", "PLN"),
            ("TR", "TRY"),
            ("UA", "UAH"),
            ("AM", "AMD"),
            ("GE", "GEL"),
            ("UZ", "UZS"),
            ("AE", "AED"),
            ("SE", "SEK"),
            ("KW", "KWD"),
            ("BG", "EUR"),
            ("SV", "USD"),
            ("LI", "CHF"),
            ("RU", "RUB"),
            ("KZ", "KZT"),
            ("MX", "MXN"),
            ("CM", "XAF"),
            ("ZA", "ZAR"),
            ("AZ", "AZN"),
            ("CN", "CNY"),
        ] {
            assert_eq!(of(region), Some(code), "{region}");
        }
        assert_eq!(of("ZZ"), None);
        assert_eq!([Currency::Jpy, Currency::Usd, Currency::Kwd].map(Currency::minor_digits), [0, 2, 3]);
    }
}
