//! Asks one address, and follows where it leads. The only file that knows the HTTP client.

use std::collections::BTreeSet;
use std::io::{self, Read};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use rustls_native_certs::load_native_certs;
use ureq::http::{HeaderMap, Response};
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body, Error};
use url::Url;

use super::ExternalOptions;
use super::answer::{Answer, ExternalOutcome};
use super::fingerprint::{Fingerprint, http_day, words_digest};
use super::pace::Pace;
use super::reach::{PRIVATE, ReachResolver};

/// How much of a page is read at most, in bytes.
const MOST_BYTES: u64 = 1 << 20;
/// How many redirects are followed.
const MOST_REDIRECTS: usize = 10;
/// How often a host that does not answer is asked again.
const RETRIES: u32 = 2;
/// For how long a host may ask to be left alone before that is its answer.
const LONGEST_WAIT: Duration = Duration::from_secs(20);

/// How an address is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Method {
    Head,
    Get,
}

/// What is wanted of an address.
#[derive(Clone, Copy, Debug)]
pub enum Wanted<'a> {
    /// Whether it is there.
    Presence,
    /// Also by what a change of it can be told; what is known of it from before need not be sent again.
    Fingerprint(Option<&'a Fingerprint>),
}

/// A client with its connections.
#[derive(Debug)]
pub struct Client {
    agent: Agent,
    pace: Pace,
}

/// What a request came to.
enum Reply {
    Response(Response<Body>),
    Failed(ExternalOutcome),
}

impl Client {
    /// With the certificates that this machine trusts.
    pub fn new(options: &ExternalOptions) -> Self {
        let certificates = load_native_certs().certs;
        let trusted: Vec<_> = certificates.iter().map(|own| Certificate::from_der(own).to_owned()).collect();
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::Specific(Arc::new(trusted)))
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .build();
        let config = Agent::config_builder()
            .tls_config(tls)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .timeout_global(Some(options.timeout))
            .user_agent(format!("muwazana/{} (link check; {})", env!("CARGO_PKG_VERSION"), options.contact))
            .accept("text/html, */*;q=0.8")
            .max_idle_connections_per_host(1)
            .build();
        let agent = Agent::with_parts(config, DefaultConnector::default(), ReachResolver::new(options.reach));
        Self { agent, pace: Pace::new(options.pause) }
    }

    /// Asks an address, and where it leads.
    pub fn ask(&self, address: &str, wanted: Wanted<'_>) -> Answer {
        let Ok(mut here) = Url::parse(address) else {
            return Answer::plain(ExternalOutcome::Forbidden("it is no address".to_owned()));
        };
        let asked = here.clone();
        let mut passed = BTreeSet::new();
        // The address that is right for good: as far as every redirect on the way there says so.
        let mut lasting = here.clone();
        let mut all_last = true;
        for _ in 0..=MOST_REDIRECTS {
            let mut shown = here.clone();
            shown.set_fragment(None);
            if !passed.insert(shown.to_string()) {
                let why = "its redirects lead in a circle".to_owned();
                return Answer::plain(ExternalOutcome::Unreachable(why));
            }
            let response = match self.reply(&shown, wanted) {
                Reply::Response(response) => response,
                Reply::Failed(outcome) => return Answer::plain(outcome),
            };
            let status = response.status().as_u16();
            let next = (300..400).contains(&status).then(|| header(response.headers(), "location")).flatten();
            let Some(next) = next else {
                return answer(response, status, &asked, &lasting, wanted);
            };
            let Some(mut next) = here.join(&next).ok().filter(|next| matches!(next.scheme(), "http" | "https")) else {
                let why = format!("it leads to `{next}`, which is no web page");
                return Answer::plain(ExternalOutcome::Forbidden(why));
            };
            if next.fragment().is_none() {
                next.set_fragment(here.fragment());
            }
            all_last &= matches!(status, 301 | 308);
            if all_last {
                lasting = next.clone();
            }
            here = next;
        }
        Answer::plain(ExternalOutcome::Unreachable(format!("it leads on more than {MOST_REDIRECTS} times")))
    }

    /// One address, first by its head alone where nothing has to be read. Some servers know no `HEAD`.
    fn reply(&self, address: &Url, wanted: Wanted<'_>) -> Reply {
        if let Wanted::Fingerprint(known) = wanted {
            return self.tried(address, Method::Get, RETRIES, known.and_then(|known| known.etag.as_deref()));
        }
        match self.tried(address, Method::Head, RETRIES, None) {
            Reply::Response(response) if response.status().as_u16() < 400 => Reply::Response(response),
            Reply::Response(response) if response.status().as_u16() == 429 => Reply::Response(response),
            Reply::Failed(
                outcome @ (ExternalOutcome::Offline(_) | ExternalOutcome::Silent | ExternalOutcome::Forbidden(_)),
            ) => Reply::Failed(outcome),
            _ => self.tried(address, Method::Get, 0, None),
        }
    }

    /// Asks, and asks again where the answer may be another soon.
    fn tried(&self, address: &Url, method: Method, retries: u32, etag: Option<&str>) -> Reply {
        let host = host_of(address);
        let mut tries = 0;
        loop {
            self.pace.wait(&host);
            let reply = self.once(address, method, etag);
            let wait = match &reply {
                Reply::Response(response) if matches!(response.status().as_u16(), 429 | 502..=504) => {
                    retry_after(response.headers()).unwrap_or(Duration::from_secs(1 << tries))
                }
                Reply::Failed(ExternalOutcome::Unreachable(_) | ExternalOutcome::Silent) => {
                    Duration::from_millis(500 << tries)
                }
                _ => return reply,
            };
            if tries == retries || wait > LONGEST_WAIT {
                return reply;
            }
            tries += 1;
            self.pace.defer(&host, wait);
        }
    }

    fn once(&self, address: &Url, method: Method, etag: Option<&str>) -> Reply {
        let request = match method {
            Method::Head => self.agent.head(address.as_str()),
            Method::Get => self.agent.get(address.as_str()),
        };
        let request = etag.iter().fold(request, |request, etag| request.header("if-none-match", *etag));
        match request.call() {
            Ok(response) => Reply::Response(response),
            Err(error) => Reply::Failed(failure(&error)),
        }
    }
}

/// The host with its port, as far as it is not the usual one.
pub fn host_of(address: &Url) -> String {
    let host = address.host_str().unwrap_or_default();
    address.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// What the last response on the way says.
fn answer(response: Response<Body>, status: u16, asked: &Url, lasting: &Url, wanted: Wanted<'_>) -> Answer {
    let outcome = match status {
        200..400 if lasting == asked => ExternalOutcome::Present,
        200..400 if lasting.path() == "/" && asked.path() != "/" => ExternalOutcome::FrontPage(lasting.to_string()),
        200..400 => ExternalOutcome::Moved(lasting.to_string()),
        404 | 410 => ExternalOutcome::Gone(status),
        _ => ExternalOutcome::Refused(status),
    };
    let fingerprint = match wanted {
        Wanted::Fingerprint(known) if status == 304 => known.cloned(),
        Wanted::Fingerprint(_) if status < 300 => fingerprint(response),
        _ => None,
    };
    Answer { outcome, fingerprint }
}

/// By what a change of a response can be told, if it could be read.
fn fingerprint(response: Response<Body>) -> Option<Fingerprint> {
    let headers = response.headers();
    let mut print = Fingerprint {
        etag: header(headers, "etag"),
        last_modified: header(headers, "last-modified").and_then(|written| http_day(&written)),
        words: None,
    };
    let content_type = header(headers, "content-type").unwrap_or_default();
    let mut bytes = Vec::new();
    let mut body = response.into_body();
    body.as_reader().take(MOST_BYTES).read_to_end(&mut bytes).ok()?;
    print.words = Some(words_digest(&bytes, &content_type));
    Some(print)
}

fn header(headers: &HeaderMap, name: &str) -> Option<String> {
    // An address may stand there in UTF-8, as it must not.
    let value = headers.get(name)?;
    Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// For how long a host asks to be left alone: seconds, or until a time.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let written = header(headers, "retry-after")?;
    let seconds = written.trim().parse().ok().map(Duration::from_secs);
    let until = || httpdate::parse_http_date(&written).ok()?.duration_since(SystemTime::now()).ok();
    seconds.or_else(until)
}

/// Why there is no answer, in words.
fn failure(error: &Error) -> ExternalOutcome {
    match error {
        Error::HostNotFound => ExternalOutcome::Offline("the name of its host is not known".to_owned()),
        Error::Timeout(_) => ExternalOutcome::Silent,
        Error::Io(error) => io_failure(error),
        Error::Rustls(error) => {
            ExternalOutcome::Unreachable(format!("its certificate or encryption is not right: {error}"))
        }
        Error::Tls(why) => ExternalOutcome::Unreachable(format!("its encryption is not right: {why}")),
        Error::BadUri(_) | Error::Http(_) => {
            ExternalOutcome::Forbidden("it is no address that can be asked".to_owned())
        }
        error => ExternalOutcome::Unreachable(format!("its answer is no HTTP: {error}")),
    }
}

fn io_failure(error: &io::Error) -> ExternalOutcome {
    use io::ErrorKind;
    if error.to_string() == PRIVATE {
        return ExternalOutcome::Forbidden(PRIVATE.to_owned());
    }
    match error.kind() {
        ErrorKind::ConnectionRefused => ExternalOutcome::Unreachable("nothing answers there".to_owned()),
        ErrorKind::TimedOut | ErrorKind::WouldBlock => ExternalOutcome::Silent,
        ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::UnexpectedEof
        | ErrorKind::BrokenPipe => ExternalOutcome::Unreachable("it closed the connection".to_owned()),
        ErrorKind::NetworkUnreachable | ErrorKind::HostUnreachable | ErrorKind::NetworkDown => {
            ExternalOutcome::Offline("there is no way to its host".to_owned())
        }
        // A name that cannot be looked up has no kind of its own.
        _ if error.to_string().contains("lookup") => {
            ExternalOutcome::Offline("the name of its host is not known".to_owned())
        }
        _ if error.get_ref().is_some_and(|inner| inner.is::<rustls::Error>()) => {
            ExternalOutcome::Unreachable(format!("its certificate or encryption is not right: {error}"))
        }
        _ => ExternalOutcome::Unreachable(error.to_string()),
    }
}
