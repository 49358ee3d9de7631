//! Charts of CSV files: the block that an article holds, the data, and the two put together.

mod annotation;
mod block;
mod column_kind;
mod csv;
mod data;
mod facet;
mod found;
mod label;
mod model;
mod number_cell;
mod range;
mod rows_apart;
mod share;
mod used_columns;

pub use block::read_chart_block;
pub use csv::{columns, uneven_rows};
pub use data::read_chart;
pub use model::{Cell, Chart, ChartAnnotation, ChartFacet, ChartKind, ChartName, Grid, GridRow, Number};
