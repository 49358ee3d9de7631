//! The parts of a share, which are those of a hundred.

use super::block::Spec;
use super::found::Data;
use super::model::{Chart, Number};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Located;

/// Parts that do not add up to a hundred. They are told where their numbers stand; where the block leaves out rows of the file,
/// at the block.
pub fn wrong_sum(chart: &Chart, data: &Data, spec: &Spec) -> Option<Diagnostic> {
    let sum: f64 = chart.values.iter().flatten().flatten().map(|number| number.value).sum();
    if (sum - 100.0).abs() <= 0.5 {
        return None;
    }
    if let Some(total) = total(chart, data, spec, sum) {
        return Some(total);
    }
    let message = format!("the parts of this share add up to {}, not to 100", (sum * 100.0).round() / 100.0);
    let help = if (sum - 1.0).abs() <= 0.005 {
        "write them in per cent, 41 for 0.41"
    } else if sum > 100.0 {
        "correct the number that is too large, or draw bars"
    } else {
        "mend the number that is too small, add the part that is missing, or draw bars"
    };
    let name = spec.y.first().map_or("", |column| column.value.as_str());
    let column = data.table.head.iter().find(|column| column.value == name).filter(|_| spec.only.is_empty());
    let fault = Diagnostic::warning(Code::ShareSum, message).at(column.map_or(data.name.span, |column| column.span));
    let cause = data.cause("sum", &fault.message, None);
    Some(fault.help(help).because_of(cause))
}

/// A row that holds the sum of the others, as tables have it.
fn total(chart: &Chart, data: &Data, spec: &Spec, sum: f64) -> Option<Diagnostic> {
    if chart.categories.len() < 3 || !spec.only.is_empty() {
        return None;
    }
    let column = |name: &Located<String>| data.table.head.iter().position(|column| column.value == name.value);
    let (x, y) = (column(spec.x.first()?)?, column(spec.y.first()?)?);
    let is_total = |row: &&Vec<Located<String>>| {
        let value = Number::parse(&row[y].value).map(|number| number.value);
        value.is_some_and(|value| value > 0.0 && (2.0 * value - sum).abs() <= 0.5)
    };
    let mut totals = data.table.rows.iter().filter(is_total);
    let total = totals.next().filter(|_| totals.next().is_none())?;
    let fault = Diagnostic::warning(Code::ShareSum, format!("`{}` is the sum of the other parts", total[x].value));
    let fault =
        fault.at(total[x].span).help("take the row out: a share shows the parts, and all of them are the whole");
    let cause = data.cause("sum", &fault.message, None);
    Some(fault.because_of(cause))
}
