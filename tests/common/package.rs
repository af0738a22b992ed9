//! Packed files for tests: a workbook out of its cells.

use miniz_oxide::deflate::compress_to_vec;

/// A file inside: its name and its text.
pub type Part = (String, String);

/// The files of a workbook of one sheet; styles 1 and 2 are a day and a month, the one shared text is «Месяц».
pub fn parts(sheet: &str) -> Vec<Part> {
    let own = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    vec![
        own("[Content_Types].xml", "<Types/>"),
        own(
            "_rels/.rels",
            r#"<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        own(
            "xl/workbook.xml",
            r#"<?xml version="1.0"?><workbook><workbookPr/><sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        ),
        own(
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/styles" Target="styles.xml"/><Relationship Id="rId3" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#,
        ),
        own(
            "xl/styles.xml",
            r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="mmm\ yy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>"#,
        ),
        own(
            "xl/sharedStrings.xml",
            "<sst><si><r><t>Мес</t></r><r><t>яц</t></r><rPh><t>x</t></rPh></si></sst>",
        ),
        own("xl/worksheets/sheet1.xml", sheet),
    ]
}

/// A workbook with these rows.
pub fn workbook(rows: &str) -> Vec<u8> {
    packed(&parts(&["<worksheet><sheetData>", rows, "</sheetData></worksheet>"].concat()))
}

/// A packed file of these.
pub fn packed(parts: &[Part]) -> Vec<u8> {
    deflated(&parts.iter().map(|(name, text)| (name.clone(), text.clone().into_bytes())).collect::<Vec<_>>())
}

/// The same of bytes.
pub fn deflated(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let (mut file, mut list) = (Vec::new(), Vec::new());
    for (name, bytes) in parts {
        let packed = compress_to_vec(bytes, 1);
        let (place, length) = (file.len() as u32, packed.len() as u32);
        let name_length = (name.len() as u16).to_le_bytes();
        // Version, flags, method, time and date, checksum; lengths; name.
        let mut head = vec![20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        head.extend(length.to_le_bytes());
        head.extend((bytes.len() as u32).to_le_bytes());
        head.extend(name_length);
        file.extend(b"PK\x03\x04");
        file.extend(&head);
        file.extend([0, 0]);
        file.extend(name.as_bytes());
        file.extend(packed);
        list.extend(b"PK\x01\x02\x14\x00");
        list.extend(&head);
        list.extend([0; 12]);
        list.extend(place.to_le_bytes());
        list.extend(name.as_bytes());
    }
    let count = (parts.len() as u16).to_le_bytes();
    let (place, length) = ((file.len() as u32).to_le_bytes(), (list.len() as u32).to_le_bytes());
    file.extend(list);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend([count, count].concat());
    file.extend([length, place].concat());
    file.extend([0, 0]);
    file
}
