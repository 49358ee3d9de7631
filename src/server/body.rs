//! The body of an answer: bytes that are there, or a stream of events.

use std::convert::Infallible;

use bytes::Bytes;
use http_body_util::combinators::UnsyncBoxBody;

/// The body of an answer; it never fails.
pub(super) type ResponseBody = UnsyncBoxBody<Bytes, Infallible>;
