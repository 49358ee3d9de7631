//! What a message names: variables, other messages, terms, functions; and which variants it has. Fluent says nothing of a
//! name that does not exist until the message is formatted, and then leaves it out.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, VariantKey};

/// Something that a message names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MessagePart {
    /// `$name`
    Variable(String),
    /// `name`, another message.
    Message(String),
    /// `-name`
    Term(String),
    /// `NAME(…)`
    Function(String),
    /// A choice by a variable, with the names of its variants.
    Choice(String, Vec<String>),
}

/// All that a pattern names, in its order.
pub fn message_parts(pattern: &Pattern<&str>) -> Vec<MessagePart> {
    let mut parts = Vec::new();
    read(pattern, &mut parts);
    parts
}

fn read(pattern: &Pattern<&str>, parts: &mut Vec<MessagePart>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            read_expression(expression, parts);
        }
    }
}

fn read_expression(expression: &Expression<&str>, parts: &mut Vec<MessagePart>) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, parts),
        Expression::Select { selector, variants } => {
            if let InlineExpression::VariableReference { id } = selector {
                let key = |key: &VariantKey<&str>| match key {
                    VariantKey::Identifier { name } => (*name).to_owned(),
                    VariantKey::NumberLiteral { value } => (*value).to_owned(),
                };
                let keys = variants.iter().map(|variant| key(&variant.key)).collect();
                parts.push(MessagePart::Choice(id.name.to_owned(), keys));
            }
            read_inline(selector, parts);
            variants.iter().for_each(|variant| read(&variant.value, parts));
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, parts: &mut Vec<MessagePart>) {
    match inline {
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::VariableReference { id } => parts.push(MessagePart::Variable(id.name.to_owned())),
        InlineExpression::MessageReference { id, .. } => parts.push(MessagePart::Message(id.name.to_owned())),
        InlineExpression::TermReference { id, .. } => parts.push(MessagePart::Term(id.name.to_owned())),
        InlineExpression::FunctionReference { id, arguments } => {
            parts.push(MessagePart::Function(id.name.to_owned()));
            arguments.positional.iter().for_each(|argument| read_inline(argument, parts));
        }
        InlineExpression::Placeable { expression } => read_expression(expression, parts),
    }
}
