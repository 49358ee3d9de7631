//! What readers ask of a table, as JSON Schema (draft 7, which editors for TOML know).

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::diagnostic::Code;
use crate::fields::{TableOutline, ValueShape};

/// The schema of a text as a whole.
pub fn object(title: &str, outline: &TableOutline, explanations: &BTreeMap<String, String>) -> Value {
    let mut schema = table(outline, "", explanations);
    schema.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
    schema.insert("title".to_owned(), json!(title));
    Value::Object(schema)
}

fn table(outline: &TableOutline, path: &str, explanations: &BTreeMap<String, String>) -> Map<String, Value> {
    let mut schema = Map::new();
    schema.insert("type".to_owned(), json!("object"));
    let key_schema = |(key, shapes): (&String, &BTreeSet<ValueShape>)| {
        let name = if outline.has_names { "*" } else { key.as_str() };
        let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        let nested = outline.tables.get(key).map(|inner| table(inner, &path, explanations));
        let mut schema = any_of(shapes.iter().map(|shape| value(shape, nested.as_ref())).collect());
        let said = explanations.get(&path).cloned().or_else(|| Code::parse(key).map(|code| code.meaning().to_owned()));
        if let (Some(said), Some(schema)) = (said, schema.as_object_mut()) {
            schema.insert("description".to_owned(), json!(said));
        }
        (key.clone(), schema)
    };
    let mut keys = outline.keys.iter().map(key_schema);
    if outline.has_names {
        schema.insert("additionalProperties".to_owned(), keys.next().map_or(json!(true), |(_, schema)| schema));
        return schema;
    }
    schema.insert("properties".to_owned(), Value::Object(keys.collect()));
    schema.insert("additionalProperties".to_owned(), json!(false));
    if !outline.required.is_empty() {
        schema.insert("required".to_owned(), json!(outline.required));
    }
    schema
}

fn any_of(mut schemas: Vec<Value>) -> Value {
    match schemas.len() {
        1 => schemas.remove(0),
        _ => json!({ "anyOf": schemas }),
    }
}

fn value(shape: &ValueShape, nested: Option<&Map<String, Value>>) -> Value {
    let nested = || nested.map_or(json!({ "type": "object" }), |table| Value::Object(table.clone()));
    match shape {
        ValueShape::Text => json!({ "type": "string" }),
        ValueShape::Texts => json!({ "type": "array", "items": { "type": "string" } }),
        ValueShape::Integer(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        ValueShape::Interval(least, most) => {
            let number = json!({ "type": "integer", "minimum": least, "maximum": most });
            json!({ "anyOf": [number, { "type": "array", "items": number, "minItems": 2, "maxItems": 2 }] })
        }
        ValueShape::Boolean => json!({ "type": "boolean" }),
        // Editors hand a day of TOML to the schema as a text.
        ValueShape::Day => json!({ "type": "string" }),
        ValueShape::Choice(names) => json!({ "enum": names }),
        ValueShape::Table => nested(),
        ValueShape::Tables => json!({ "type": "array", "items": nested() }),
    }
}
