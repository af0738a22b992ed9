//! The formulas of orders against businesses counted client by client: `simulated/simulate.py`.

use obkatka::codec::read_file;
use obkatka::number::{Exact, Number};
use obkatka::plan::{Outcome, Reached, evaluate};
use serde_json::Value;

const COUNTED: &str = include_str!("simulated/businesses.json");

fn float(number: Exact) -> f64 {
    let value = number.decimal().unwrap_or_else(|reason| panic!("undefined: {reason:?}"));
    f64::from_decimal(value)
}

/// What the plan says of a figure that was counted.
fn planned(outcome: &Outcome, name: &str) -> Option<f64> {
    let client = &outcome.client;
    let counts =
        |line: &[obkatka::number::Count<Exact>]| line.iter().map(|count| float(count.0)).sum::<f64>();
    Some(match name {
        "life_orders" => float(client.life_orders.0),
        "ltv" => float(client.ltv_before.0),
        "payback" => match outcome.total.payback {
            Reached::At(months) => float(months.0),
            other => panic!("{other:?}"),
        },
        "clients" => counts(&outcome.volumes.new_clients),
        _ => return None,
    })
}

#[test]
fn ten_businesses_come_out_as_counted_client_by_client() {
    let businesses: Vec<Value> = serde_json::from_str(COUNTED).unwrap();
    assert_eq!(businesses.len(), 10);
    let mut faults = Vec::new();
    for business in &businesses {
        let name = business["name"].as_str().unwrap();
        let opened = read_file(&business["document"].to_string()).unwrap();
        assert_eq!(opened.faults, [], "{name}");
        let outcome = evaluate::<Exact>(&opened.model);
        let mut hold = |figure: &str, plan: f64, counted: f64| {
            if (plan - counted).abs() > 0.01 * counted.abs().max(0.001) {
                faults.push(format!("{name}: {figure} is {plan}, counted {counted}"));
            }
        };
        for (figure, counted) in business["counted"].as_object().unwrap() {
            if let (Some(counted), Some(plan)) = (counted.as_f64(), planned(&outcome, figure)) {
                hold(figure, plan, counted);
            }
        }
        for (year, counted) in business["counted"]["orders"].as_array().unwrap().iter().enumerate() {
            let months = outcome.volumes.orders.iter().skip(12 * year).take(12);
            let plan = months.map(|count| float(count.0)).sum();
            hold("orders of a year", plan, counted.as_f64().unwrap());
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
