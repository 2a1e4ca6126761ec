//! The SOLAPI adapter against a provider that behaves, and against one that does not.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use hmac::{Hmac, KeyInit, Mac};
use msgctl::domain::channel::Channel;
use msgctl::domain::clock::Clock;
use msgctl::domain::codes::CodeTable;
use msgctl::domain::money::Minor;
use msgctl::domain::outcome::Class;
use msgctl::domain::secret::Secret;
use msgctl::domain::time::Micros;
use msgctl::providers::{
    CallError, ConnectError, Cursor, Found, Intake, Kakao, Kind, Outgoing, Price, Provider, ProviderSettings, Question,
    Reference, Report, Submission, classes, connect,
};
use serde_json::{Value, json};

use crate::solapi_server::{Reply, Seen, Server};

const SECRET: &str = "SECRET0123456789";
const SECOND: i64 = 1_000_000;

fn class(_: Channel, code: &str) -> Class {
    match code {
        "2000" | "3000" => Class::Accepted,
        "4000" => Class::Delivered,
        "3104" => Class::Fallback,
        "1024" => Class::Retry,
        "1062" => Class::Config,
        "1030" => Class::Money,
        "3010" => Class::RecipientDead,
        _ => Class::Unknown,
    }
}

#[expect(clippy::disallowed_methods, reason = "tests stand in for the process that has a clock")]
fn now() -> Micros {
    Micros::from(jiff::Timestamp::now())
}

fn settings(server: &Server) -> ProviderSettings {
    settings_at(server.url.clone())
}

fn settings_at(url: url::Url) -> ProviderSettings {
    let credentials = ("NCSAYU7YDBXYORXC".to_owned(), Secret::new(SECRET));
    let mut s = ProviderSettings::new("main", Kind::Solapi, url, credentials, Arc::new(class), Clock::new(now));
    s.timeout = Duration::from_secs(5);
    s
}

fn provider(server: &Server) -> Arc<dyn Provider> {
    connect(settings(server)).expect("settings are right")
}

fn sms(n: usize) -> Outgoing {
    Outgoing {
        reference: Reference(format!("inst-{n}-1")),
        to: format!("010{n:08}"),
        from: "0212345678".to_owned(),
        text: format!("안녕 \"{n}\""),
        subject: None,
        kakao: None,
    }
}

fn batch(n: usize) -> Submission {
    Submission { channel: Channel::Sms, messages: (0..n).map(sms).collect(), at: now() }
}

/// What the provider answers when it takes everything.
fn taken(request: &Seen) -> Value {
    let messages = request.json()["messages"].as_array().expect("messages").clone();
    let n = messages.len();
    let list: Vec<Value> = messages
        .iter()
        .enumerate()
        .map(|(i, m)| {
            json!({"messageId": format!("M4V{i:029}"), "statusCode": "2000", "statusMessage": "정상 접수(이통사로 접수 예정)",
                   "customFields": m["customFields"]})
        })
        .collect();
    json!({"failedMessageList": [], "messageList": list,
           "groupInfo": {"groupId": "G4V1", "count": {"total": n, "registeredFailed": 0, "registeredSuccess": n}}})
}

async fn submit_to(reply: Reply, n: usize) -> Result<Vec<Intake>, CallError> {
    let server = Server::script([reply]).await;
    let result = provider(&server).submit(&batch(n)).await;
    assert_eq!(server.requests().len(), 1, "one submit is one request, whatever the answer");
    result
}

fn signature_is_right(request: &Seen) {
    let header = request.header("authorization").expect("signed");
    let fields = header.strip_prefix("HMAC-SHA256 ").expect("the scheme");
    let field = |name: &str| {
        fields.split(", ").find_map(|f| f.strip_prefix(name)?.strip_prefix('=')).unwrap_or_else(|| panic!("{name}"))
    };
    assert_eq!(field("apiKey"), "NCSAYU7YDBXYORXC");
    let (date, salt) = (field("date"), field("salt"));
    let at: jiff::Timestamp = date.parse().expect("ISO 8601");
    assert!(date.ends_with("+09:00") && now().since(at.into()) < Duration::from_secs(10), "{date}");
    assert!((12..=64).contains(&salt.len()));
    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(SECRET.as_bytes()).expect("any key");
    mac.update(date.as_bytes());
    mac.update(salt.as_bytes());
    let sum: [u8; 32] = mac.finalize().into_bytes().into();
    let hex = sum.iter().fold(String::new(), |hex, b| hex + &format!("{b:02x}"));
    assert_eq!(field("signature"), hex);
}

fn salt(request: &Seen) -> String {
    let header = request.header("authorization").expect("signed");
    header.split("salt=").nth(1).and_then(|s| s.split(',').next()).expect("a salt").to_owned()
}

// ---- submit -----------------------------------------------------------------------------------

#[tokio::test]
async fn the_request_is_this_to_the_byte() {
    let server = Server::start(|request| Reply::json(200, &taken(request))).await;
    let provider = provider(&server);

    let mut lms = sms(2);
    lms.subject = Some("제목".to_owned());
    provider.submit(&Submission { channel: Channel::Lms, messages: vec![lms], at: now() }).await.expect("taken");

    let mut ata = sms(3);
    let variables = vec![("이름".to_owned(), "홍\\길동".to_owned()), ("b".to_owned(), "2\n".to_owned())];
    ata.kakao = Some(Kakao { sender_key: "KA01PF".to_owned(), template_code: "KA01TP".to_owned(), variables });
    provider.submit(&Submission { channel: Channel::Alimtalk, messages: vec![ata], at: now() }).await.expect("taken");

    let requests = server.requests();
    let bodies: Vec<_> = requests.iter().map(|r| String::from_utf8(r.body.clone()).expect("UTF-8")).collect();
    assert_eq!(
        bodies[0],
        r#"{"messages":[{"to":"01000000002","from":"0212345678","type":"LMS","autoTypeDetect":false,"text":"안녕 \"2\"","subject":"제목","customFields":{"ref":"inst-2-1"}}],"allowDuplicates":false,"showMessageList":true}"#
    );
    assert_eq!(
        bodies[1],
        r##"{"messages":[{"to":"01000000003","from":"0212345678","type":"ATA","autoTypeDetect":false,"kakaoOptions":{"pfId":"KA01PF","templateId":"KA01TP","variables":{"#{이름}":"홍\\길동","#{b}":"2\n"},"disableSms":true},"customFields":{"ref":"inst-3-1"}}],"allowDuplicates":false,"showMessageList":true}"##
    );
    for request in &requests {
        assert_eq!((request.method.as_str(), request.path.as_str()), ("POST", "/messages/v4/send-many/detail"));
        assert_eq!(request.header("content-type"), Some("application/json"));
        assert_eq!(request.header("user-agent"), Some(concat!("msgctl/", env!("CARGO_PKG_VERSION"))));
        assert_eq!(request.header("accept-encoding"), None);
        signature_is_right(request);
    }
    assert_ne!(salt(&requests[0]), salt(&requests[1]), "a salt is used once");
}

#[tokio::test]
async fn a_repeated_number_allows_duplicates_and_both_are_answered() {
    let server = Server::start(|request| Reply::json(200, &taken(request))).await;
    let mut batch = batch(3);
    batch.messages[2].to = batch.messages[0].to.clone();
    let intakes = provider(&server).submit(&batch).await.expect("taken");
    assert_eq!(server.requests()[0].json()["allowDuplicates"], json!(true));
    let ids: Vec<_> = intakes.iter().map(|i| i.provider_id.clone().expect("an id")).collect();
    assert_eq!(ids, [format!("M4V{:029}", 0), format!("M4V{:029}", 1), format!("M4V{:029}", 2)]);
}

#[tokio::test]
async fn answers_are_matched_by_reference_in_any_order() {
    let answer = json!({
        "failedMessageList": [
            {"to": "01000000001", "messageId": "F1", "statusCode": 1062, "statusMessage": "발신번호 미등록",
             "customFields": {"ref": "inst-1-1"}, "accountId": null}],
        "messageList": [
            {"messageId": "M3", "statusCode": "2000", "statusMessage": null, "customFields": {"ref": "inst-3-1"}},
            null,
            {"messageId": "F1", "statusCode": "1062", "customFields": {"ref": "inst-1-1"}},
            {"messageId": "M0", "statusCode": 2000, "statusMessage": "ok", "customFields": {"x": 1, "ref": "inst-0-1"}},
            {"messageId": "MX", "statusCode": "2000", "customFields": {"ref": "somebody-else"}},
            {"messageId": "M2", "statusCode": "1024", "customFields": {"ref": "inst-2-1"}}],
        "groupInfo": {"count": {"total": 4, "registeredFailed": 1, "registeredSuccess": "3"}, "isRefunded": 0}});
    let intakes = submit_to(Reply::json(200, &answer), 4).await.expect("an answer");
    let got: Vec<_> =
        intakes.iter().map(|i| (i.provider_id.as_deref(), i.verdict.class, i.verdict.code.as_str())).collect();
    assert_eq!(
        got,
        [
            (Some("M0"), Class::Accepted, "2000"),
            (Some("F1"), Class::Config, "1062"),
            (Some("M2"), Class::Retry, "1024"),
            (Some("M3"), Class::Accepted, "2000"),
        ]
    );
    assert_eq!(intakes[1].verdict.text, "발신번호 미등록");
}

#[tokio::test]
async fn without_references_order_and_number_decide_but_never_a_guess() {
    // By order, when the lengths add up; failures by number.
    let answer = json!({
        "failedMessageList": {"F1": {"to": "01000000001", "messageId": "F1", "statusCode": "3010"}},
        "messageList": {"M0": {"statusCode": "2000"}, "M2": {"statusCode": "2000", "customFields": null}}});
    let intakes = submit_to(Reply::json(200, &answer), 3).await.expect("an answer");
    let got: Vec<_> = intakes.iter().map(|i| (i.provider_id.as_deref(), i.verdict.class)).collect();
    assert_eq!(got, [(Some("M0"), Class::Accepted), (Some("F1"), Class::RecipientDead), (Some("M2"), Class::Accepted)]);

    // One entry for three messages: whose it is, nobody can say.
    let answer = json!({"messageList": [{"messageId": "M?", "statusCode": "2000"}], "failedMessageList": null});
    let intakes = submit_to(Reply::json(200, &answer), 3).await.expect("an answer");
    assert!(intakes.iter().all(|i| i.provider_id.is_none() && i.verdict.class == Class::Unknown), "{intakes:?}");
    assert_eq!(intakes[0].verdict.code, "NO_ANSWER");
}

#[tokio::test]
async fn silence_is_acceptance_only_where_the_counts_prove_it() {
    let count = |total: u64, failed: u64, success: u64| {
        json!({"failedMessageList": [{"to": "01000000000", "statusCode": "1062", "customFields": {"ref": "inst-0-1"}}],
               "groupInfo": {"count": {"total": total, "registeredFailed": failed, "registeredSuccess": success}}})
    };
    for (answer, class) in [
        (count(3, 1, 2), Class::Accepted),
        (count(3, 2, 1), Class::Unknown),
        (count(3, 3, 0), Class::Unknown),
        (count(2, 1, 2), Class::Unknown),
        (json!({"failedMessageList": [], "groupInfo": {"count": null}}), Class::Unknown),
    ] {
        let intakes = submit_to(Reply::json(200, &answer), 3).await.expect("an answer");
        assert_eq!([intakes[1].verdict.class, intakes[2].verdict.class], [class, class], "{answer}");
        assert_eq!(intakes[1].provider_id, None);
    }
}

#[tokio::test]
async fn all_failed_is_an_answer_for_each() {
    let failed: Vec<Value> = (0..3)
        .map(|i| json!({"statusCode": "1030", "statusMessage": "잔액 부족", "customFields": {"ref": format!("inst-{i}-1")}}))
        .collect();
    let answer = json!({"failedMessageList": failed,
                        "groupInfo": {"count": {"total": 3, "registeredFailed": 3, "registeredSuccess": 0}}});
    let intakes = submit_to(Reply::json(200, &answer), 3).await.expect("an answer");
    assert!(intakes.iter().all(|i| i.verdict.class == Class::Money && i.verdict.code == "1030"), "{intakes:?}");
}

#[tokio::test]
async fn a_failure_with_a_code_of_success_is_in_doubt() {
    let answer = json!({"failedMessageList": [{"statusCode": "4000", "customFields": {"ref": "inst-0-1"}}]});
    let intakes = submit_to(Reply::json(200, &answer), 1).await.expect("an answer");
    assert_eq!(intakes[0].verdict.class, Class::Unknown);
}

#[tokio::test]
async fn codes_mean_what_the_table_and_the_operator_say() {
    let failed = json!([{"statusCode": "1062", "customFields": {"ref": "inst-0-1"}},
                        {"statusCode": 3104, "customFields": {"ref": "inst-1-1"}},
                        {"statusCode": "7777", "customFields": {"ref": "inst-2-1"}}]);
    let server = Server::start(move |_| Reply::json(200, &json!({"failedMessageList": failed}))).await;
    let class_of_1062 = async |table: CodeTable| {
        let mut settings = settings(&server);
        settings.classes = classes(Arc::new(table), Kind::Solapi);
        let intakes =
            connect(settings).expect("settings").submit(&Submission { channel: Channel::Alimtalk, ..batch(3) }).await;
        let intakes = intakes.expect("an answer");
        assert_eq!([intakes[1].verdict.class, intakes[2].verdict.class], [Class::Fallback, Class::Unknown]);
        intakes[0].verdict.class
    };
    assert_eq!(class_of_1062(CodeTable::builtin().clone()).await, Class::Config);
    let ours = ("solapi".to_owned(), None, "1062".to_owned(), Class::Window);
    let table = CodeTable::builtin().with_overrides(&[ours]).expect("a table");
    assert_eq!(class_of_1062(table).await, Class::Window);
}

#[tokio::test]
async fn words_of_the_provider_hold_no_phone_number() {
    let answer = json!({"failedMessageList": [{"statusCode": "3010", "customFields": {"ref": "inst-0-1"},
        "statusMessage": "번호 01012345678 (010-1234-5678) 오류"}]});
    let intakes = submit_to(Reply::json(200, &answer), 1).await.expect("an answer");
    assert_eq!(intakes[0].verdict.text, "번호 *** (***) 오류");
}

// ---- calls that fail ---------------------------------------------------------------------------

/// What a failed call comes to, in one word.
fn kind(result: &Result<Vec<Intake>, CallError>) -> String {
    match result {
        Ok(_) => "answered".to_owned(),
        Err(CallError::NotTaken { retry_after, .. }) => match retry_after {
            Some(wait) => format!("not taken, wait {}", wait.as_secs()),
            None => "not taken".to_owned(),
        },
        Err(CallError::Lost { .. }) => "lost".to_owned(),
        Err(CallError::Refused { class, code, .. }) => format!("{class}: {code}"),
    }
}

#[tokio::test]
async fn every_refusal_has_its_meaning() {
    let fault = |status, code: &str| Reply::json(status, &json!({"errorCode": code, "errorMessage": "왜"}));
    let html = |status| Reply::text(status, "text/html", "<html><title>Bad gateway</title></html>");
    let later = |seconds: i64| {
        let at = now().plus(Duration::from_secs(seconds.unsigned_abs())).timestamp();
        jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&at).expect("a date")
    };
    for (reply, means) in [
        (fault(403, "InvalidAPIKey"), "config: InvalidAPIKey"),
        (fault(403, "SignatureDoesNotMatch"), "config: SignatureDoesNotMatch"),
        (fault(403, "RequestTimeTooSkewed"), "config: RequestTimeTooSkewed"),
        (fault(403, "DuplicatedSignature"), "lost"),
        (fault(402, "NotEnoughBalance"), "money: NotEnoughBalance"),
        (fault(400, "NotEnoughBalance"), "money: NotEnoughBalance"),
        (fault(402, "Whatever"), "money: Whatever"),
        (fault(400, "ValidationError"), "config: ValidationError"),
        (fault(400, "1030"), "money: 1030"),
        (fault(400, "3010"), "recipient-dead: 3010"),
        (fault(400, "9999"), "config: 9999"),
        (html(403), "config: HTTP_403"),
        (html(404), "config: HTTP_404"),
        (html(302), "config: HTTP_302"),
        (html(408), "lost"),
        (fault(429, "TooManyRequests"), "not taken"),
        (html(429), "not taken"),
        (fault(429, "TooManyRequests").with("retry-after", "7"), "not taken, wait 7"),
        (html(429).with("retry-after", "86400"), "not taken, wait 3600"),
        (html(429).with("retry-after", "soon"), "not taken"),
        (html(429).with("retry-after", later(30)).with("date", later(0)), "not taken, wait 30"),
        (fault(503, "ServiceUnavailable"), "not taken"),
        (html(503).with("retry-after", "2"), "not taken, wait 2"),
        (html(503), "lost"),
        (Reply::text(503, "text/plain", "upstream connect error or disconnect/reset before headers"), "lost"),
        (fault(500, "InternalServerError"), "lost"),
        (html(502), "lost"),
        (html(504), "lost"),
        (html(200), "lost"),
        (Reply::text(200, "application/json", ""), "lost"),
        (Reply::text(204, "application/json", ""), "lost"),
        (Reply::text(200, "application/json", "{}"), "lost"),
        (Reply::text(200, "application/json", "[]"), "lost"),
        (fault(200, "InvalidAPIKey"), "lost"),
        (
            Reply::text(200, "application/json", r#"[[{"customFields":{"ref":"inst-0-1"},"statusCode":"1062"}]]"#),
            "lost",
        ),
        (Reply::text(200, "application/json", r#"{"messageList":[{"messageId":"M1","#), "lost"),
        (Reply::text(200, "application/json", "{\"messageList\":\"\u{0}"), "lost"),
        (Reply::Truncated { status: 200, body: b"{\"messageList\":[]}".to_vec(), sent: 5 }, "lost"),
        (Reply::Truncated { status: 403, body: b"{\"errorCode\":\"Dup".to_vec(), sent: 15 }, "lost"),
        (Reply::Truncated { status: 429, body: b"{}".to_vec(), sent: 1 }, "not taken"),
        (Reply::Reset, "lost"),
        (Reply::Close, "lost"),
    ] {
        let said = match &reply {
            Reply::Answer { status, headers, body } => {
                format!("{status} {headers:?} {}", String::from_utf8_lossy(body))
            }
            _ => "a broken connection".to_owned(),
        };
        assert_eq!(kind(&submit_to(reply, 1).await), means, "{said}");
    }
}

#[tokio::test]
async fn errors_tell_what_happened_and_nothing_about_people() {
    let detail = async |reply| match submit_to(reply, 1).await {
        Ok(_) => panic!("an answer"),
        Err(error) => error.to_string(),
    };
    assert_eq!(
        detail(Reply::text(502, "text/html", "<html><title>\n502 Bad Gateway </title>")).await,
        "the provider's answer was lost: HTTP 502: HTTP_502: 502 Bad Gateway"
    );
    assert_eq!(
        detail(Reply::text(200, "application/json", r#"{"messageList":[{"messageId":"#)).await,
        "the provider's answer was lost: the answer ends early, at line 1 column 29"
    );
    assert_eq!(
        detail(Reply::text(200, "text/html", "<p>홍길동 01012345678</p>")).await,
        "the provider's answer was lost: HTTP 200 with 28 bytes of text/html instead of JSON"
    );
    assert_eq!(
        detail(Reply::json(400, &json!({"errorCode": "ValidationError", "errorMessage": "\"to\" 010-1234-5678"})))
            .await,
        "the provider refused the call: ValidationError: \"to\" ***"
    );
}

#[tokio::test]
async fn a_wrong_clock_is_told_with_its_distance() {
    let at = now().plus(Duration::from_mins(20)).timestamp();
    let header = jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&at).expect("a date");
    let body = json!({"errorCode": "RequestTimeTooSkewed", "errorMessage": "시간 차이"});
    let error = submit_to(Reply::json(403, &body).with("date", header), 1).await.expect_err("refused").to_string();
    let seconds: i64 = error
        .split("clock is ")
        .nth(1)
        .and_then(|rest| {
            rest.strip_suffix(" s behind the provider's; signatures are good for 15 minutes either way: set the clock")
        })
        .unwrap_or_else(|| panic!("{error}"))
        .parse()
        .expect("seconds");
    assert!((1198..=1201).contains(&seconds), "{error}");
}

#[tokio::test]
async fn no_connection_is_not_taken() {
    let port = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.local_addr().expect("an address").port()
    };
    let refused = connect(settings_at(format!("http://127.0.0.1:{port}").parse().expect("a URL"))).expect("settings");
    assert_eq!(kind(&refused.submit(&batch(1)).await), "not taken");

    let nowhere = settings_at("https://no-such-host.invalid".parse().expect("a URL"));
    assert_eq!(kind(&connect(nowhere).expect("settings").submit(&batch(1)).await), "not taken");

    // Something that does not speak TLS.
    let server = Server::script([]).await;
    let tls = settings_at(server.url.as_str().replace("http:", "https:").parse().expect("a URL"));
    assert_eq!(kind(&connect(tls).expect("settings").submit(&batch(1)).await), "not taken");
}

#[tokio::test]
async fn a_connection_that_breaks_is_lost() {
    let server = Server::resetting().await;
    assert_eq!(kind(&provider(&server).submit(&batch(1)).await), "lost");
}

#[tokio::test]
async fn no_answer_in_time_is_lost() {
    let slow = Reply::After(Duration::from_secs(30), Box::new(Reply::Close));
    let server = Server::script([slow]).await;
    let mut settings = settings(&server);
    settings.timeout = Duration::from_millis(200);
    let watch = Instant::now();
    let error = connect(settings).expect("settings").submit(&batch(1)).await.expect_err("no answer");
    assert_eq!(error.to_string(), "the provider's answer was lost: no answer in time");
    assert!(watch.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn an_endless_answer_is_not_read_to_its_end() {
    let body = vec![b' '; (64 << 20) + 1];
    let reply = Reply::Answer { status: 200, headers: Vec::new(), body };
    let error = submit_to(reply, 1).await.expect_err("too long");
    assert_eq!(
        error.to_string(),
        "the provider's answer was lost: the answer broke off: an answer of more than 64 MiB"
    );
}

#[tokio::test]
async fn what_cannot_be_carried_is_refused_without_a_call() {
    let server = Server::script([]).await;
    let provider = provider(&server);
    let mms = Submission { channel: Channel::Mms, messages: vec![sms(1)], at: now() };
    assert_eq!(kind(&provider.submit(&mms).await), "config: UNSUPPORTED_CHANNEL");
    let large = Submission { channel: Channel::Sms, messages: vec![sms(1); 10_001], at: now() };
    assert_eq!(kind(&provider.submit(&large).await), "config: BATCH_TOO_LARGE");
    assert_eq!(provider.submit(&batch(0)).await.expect("nothing to do"), []);
    assert_eq!(server.requests().len(), 0);
}

#[test]
fn settings_that_cannot_work_are_refused() {
    let with = |url: &str, change: fn(&mut ProviderSettings)| {
        let mut s = settings_at(url.parse().expect("a URL"));
        change(&mut s);
        connect(s).err()
    };
    let ok = "https://api.solapi.com";
    assert!(with(ok, |_| ()).is_none());
    assert!(matches!(with("ftp://api.solapi.com", |_| ()), Some(ConnectError::Address { .. })));
    assert!(matches!(with("http://api.solapi.com", |_| ()), Some(ConnectError::Plaintext { .. })));
    assert!(with("http://10.0.0.1", |s| s.allow_plaintext = true).is_none());
    assert!(matches!(with(ok, |s| s.api_key.clear()), Some(ConnectError::Credential { what: "api_key", .. })));
    assert!(matches!(with(ok, |s| s.api_key.push('\n')), Some(ConnectError::Credential { what: "api_key", .. })));
    let empty = with(ok, |s| s.api_secret = Secret::new(""));
    assert!(matches!(empty, Some(ConnectError::Credential { what: "api_secret", .. })));
}

// ---- limits ------------------------------------------------------------------------------------

#[tokio::test]
async fn no_more_calls_at_once_than_allowed() {
    let (under_way, most) = (Arc::new(AtomicI64::new(0)), Arc::new(AtomicI64::new(0)));
    let seen = (Arc::clone(&under_way), Arc::clone(&most));
    let server = Server::start(move |request| {
        let n = seen.0.fetch_add(1, Ordering::SeqCst) + 1;
        seen.1.fetch_max(n, Ordering::SeqCst);
        let under_way = Arc::clone(&seen.0);
        tokio::spawn(async move {
            tokio::time::sleep(Duration::from_millis(20)).await;
            under_way.fetch_sub(1, Ordering::SeqCst);
        });
        Reply::After(Duration::from_millis(30), Box::new(Reply::json(200, &taken(request))))
    })
    .await;
    let mut settings = settings(&server);
    settings.max_in_flight = 3;
    let provider = connect(settings).expect("settings");
    let one = batch(1);
    futures_util::future::join_all((0..12).map(|_| provider.submit(&one))).await.into_iter().for_each(|r| {
        r.expect("taken");
    });
    assert_eq!(most.load(Ordering::SeqCst), 3);
}

#[tokio::test]
async fn no_second_holds_more_requests_than_allowed() {
    let server = Server::start(|request| Reply::json(200, &taken(request))).await;
    let mut settings = settings(&server);
    settings.requests_per_second = NonZeroU32::new(20);
    let provider = connect(settings).expect("settings");
    let one = batch(1);
    let watch = Instant::now();
    futures_util::future::join_all((0..11).map(|_| provider.submit(&one))).await.into_iter().for_each(|r| {
        r.expect("taken");
    });
    assert!(watch.elapsed() >= Duration::from_millis(500), "11 calls are 10 intervals of 50 ms: {:?}", watch.elapsed());
}

// ---- look-up -----------------------------------------------------------------------------------

fn question(n: usize, id: Option<&str>) -> Question {
    let Outgoing { reference, to, .. } = sms(n);
    Question { reference, provider_id: id.map(str::to_owned), to, since: now() }
}

fn stored(id: &str, reference: Option<&str>, code: &Value) -> Value {
    json!({"messageId": id, "type": "SMS", "statusCode": code, "reason": null, "replacement": 0,
           "customFields": reference.map(|r| json!({"ref": r})), "text": "비밀", "to": "01000000000",
           "dateUpdated": "2026-01-15T00:30:00.000Z", "dateReported": null, "networkName": null, "resendCount": "0"})
}

fn listing(messages: &[Value], next: Option<&str>) -> Value {
    let map: serde_json::Map<_, _> =
        messages.iter().map(|m| (m["messageId"].as_str().expect("an id").to_owned(), m.clone())).collect();
    json!({"startKey": null, "nextKey": next, "limit": 20, "messageList": map})
}

fn presence(found: &[Found]) -> Vec<Option<(&str, Class)>> {
    let report = |f: &Report| f.verdict.class;
    found
        .iter()
        .map(|f| match f {
            Found::Present(r) => Some((r.provider_id.as_str(), report(r))),
            Found::Absent => None,
        })
        .collect()
}

#[tokio::test]
async fn look_up_goes_by_id_then_by_number_and_reference() {
    let server = Server::start(|request| {
        let page = match (request.param("to"), request.param("startKey")) {
            (None, _) => {
                assert_eq!(request.params("messageIds").len(), 2, "{:?}", request.query);
                listing(&[stored("ID1", Some("inst-1-1"), &json!(4000)), stored("STRANGE", None, &json!("4000"))], None)
            }
            // Somebody else's message to the same number on the first page, ours on the second.
            (Some("01000000003"), None) => listing(&[stored("S1", Some("other-1-1"), &json!("4000"))], Some("K1")),
            (Some("01000000003"), Some("K1")) => {
                listing(&[stored("ID3", Some("inst-3-1"), &json!("3104"))], Some("K2"))
            }
            // The key leads in a circle: the end all the same.
            (Some("01000000004"), None) => listing(&[stored("S2", None, &json!("4000"))], Some("K1")),
            (Some("01000000004"), Some("K1")) => listing(&[stored("S3", None, &json!("4000"))], Some("K1")),
            (Some("01000000002"), None) => json!({"messageList": []}),
            other => panic!("not asked for: {other:?}"),
        };
        Reply::json(200, &page)
    })
    .await;
    let questions = [question(1, Some("ID1")), question(2, Some("GONE")), question(3, None), question(4, None)];
    let found = provider(&server).look_up(&questions).await.expect("an answer");
    assert_eq!(presence(&found), [Some(("ID1", Class::Delivered)), None, Some(("ID3", Class::Fallback)), None]);

    for request in server.requests().iter().filter(|r| r.param("to").is_some()) {
        assert_eq!((request.method.as_str(), request.path.as_str()), ("GET", "/messages/v4/list"));
        assert_eq!((request.param("dateType"), request.param("limit")), (Some("CREATED"), Some("500")));
        let start: jiff::Timestamp = request.param("startDate").expect("a date").parse().expect("ISO 8601");
        let before = now().since(start.into());
        assert!(before > Duration::from_secs(890) && before < Duration::from_mins(16), "{before:?}");
        signature_is_right(request);
    }
}

#[tokio::test]
async fn look_up_asks_once_for_a_number_and_chunks_ids() {
    let server = Server::start(|request| {
        let ids = [request.params("messageIds"), request.params("messageId")].concat();
        let messages: Vec<_> = ids.iter().map(|id| stored(id, None, &json!("4000"))).collect();
        Reply::json(200, &listing(&messages, None))
    })
    .await;
    let provider = provider(&server);
    let questions: Vec<_> = (0..201).map(|i| question(i, Some(&format!("ID{i}")))).collect();
    let found = provider.look_up(&questions).await.expect("an answer");
    assert!(found.iter().zip(0..).all(|(f, i)| matches!(f, Found::Present(r) if r.provider_id == format!("ID{i}"))));
    assert_eq!(server.requests().len(), 3);

    let mut twice = [question(1, None), question(2, None)];
    twice[1].to = twice[0].to.clone();
    assert_eq!(provider.look_up(&twice).await.expect("an answer"), [Found::Absent, Found::Absent]);
    assert_eq!(server.requests().len(), 4);
    assert_eq!(provider.look_up(&[]).await.expect("an answer"), []);
    assert_eq!(server.requests().len(), 4);
}

#[tokio::test]
async fn a_look_up_that_fails_halfway_knows_nothing() {
    let server = Server::script([
        Reply::json(200, &listing(&[stored("S1", None, &json!("4000"))], Some("K1"))),
        Reply::text(502, "text/html", ""),
    ])
    .await;
    let result = provider(&server).look_up(&[question(1, None)]).await;
    assert!(matches!(result, Err(CallError::Lost { .. })), "absence needs the last page: {result:?}");
}

// ---- polling -----------------------------------------------------------------------------------

fn ids(page: &msgctl::providers::Page) -> Vec<&str> {
    page.reports.iter().map(|r| r.provider_id.as_str()).collect()
}

fn micros(request: &Seen, name: &str) -> i64 {
    let at: jiff::Timestamp = request.param(name).expect("a date").parse().expect("ISO 8601");
    at.as_microsecond()
}

#[tokio::test]
async fn polling_goes_through_pages_and_on_from_where_it_stood() {
    let server = Server::script([
        Reply::json(200, &listing(&[stored("A", Some("inst-1-1"), &json!("4000"))], Some("K1"))),
        Reply::json(200, &listing(&[stored("B", None, &json!("3104"))], Some("K2"))),
        Reply::json(200, &listing(&[stored("C", Some("inst-3-1"), &json!("2000"))], None)),
        // The overlap shows A and C again; C has moved on.
        Reply::json(
            200,
            &listing(
                &[stored("A", Some("inst-1-1"), &json!("4000")), stored("C", Some("inst-3-1"), &json!("4000"))],
                None,
            ),
        ),
    ])
    .await;
    let one_by_one = || {
        let mut settings = settings(&server);
        settings.max_reads = 1;
        connect(settings).expect("settings")
    };
    let first = one_by_one();
    let start = now();
    let one = first.poll(&first.cursor_at(start)).await.expect("a page");
    assert_eq!((ids(&one), one.more), (vec!["A"], true));
    assert_eq!(one.reports[0].reference, Some(Reference("inst-1-1".to_owned())));
    assert_eq!(one.reports[0].at.to_string(), "2026-01-15T09:30:00+09:00");

    // Killed and started again: the page is in the cursor.
    let second = one_by_one();
    let two = second.poll(&one.next).await.expect("a page");
    assert_eq!((ids(&two), two.more), (vec!["B"], true));
    assert_eq!(two.reports[0].reference, None, "a stranger");
    let three = second.poll(&two.next).await.expect("a page");
    assert_eq!((ids(&three), three.more), (vec!["C"], false));
    assert_eq!(three.reports[0].verdict.class, Class::Accepted);
    let four = second.poll(&three.next).await.expect("a page");
    assert_eq!((ids(&four), four.more), (vec!["A", "C"], false), "A was told to the process that died");

    let requests = server.requests();
    let keys: Vec<_> = requests.iter().map(|r| r.param("startKey")).collect();
    assert_eq!(keys, [None, Some("K1"), Some("K2"), None]);
    for request in &requests {
        assert_eq!((request.param("dateType"), request.param("limit")), (Some("UPDATED"), Some("500")));
    }
    for name in ["startDate", "endDate"] {
        assert_eq!(requests[0].param(name), requests[1].param(name), "a window stays as it is");
        assert_eq!(requests[0].param(name), requests[2].param(name));
    }
    let from = micros(&requests[0], "startDate");
    assert_eq!(start.0 / 1000 - from / 1000, (15 * 60 + 3) * 1000, "as far as a clock can be wrong, and the overlap");
    let gap = micros(&requests[0], "endDate") - micros(&requests[3], "startDate");
    assert!((2 * SECOND..=4 * SECOND + SECOND / 2).contains(&gap), "the next window begins an overlap earlier: {gap}");
}

#[tokio::test]
async fn repeated_reports_are_dropped_once_they_were_kept() {
    let page = || Reply::json(200, &listing(&[stored("A", Some("inst-1-1"), &json!("4000"))], None));
    let server = Server::script([page(), page(), page()]).await;
    let provider = provider(&server);
    let one = provider.poll(&Cursor::default()).await.expect("a page");
    assert_eq!(ids(&one), ["A"]);
    let again = provider.poll(&Cursor::default()).await.expect("a page");
    assert_eq!(ids(&again), ["A"], "the same cursor: the caller could not store it");
    let on = provider.poll(&again.next).await.expect("a page");
    assert!(on.reports.is_empty());
}

#[tokio::test]
async fn the_window_ends_at_the_providers_present() {
    // Ours is an hour ahead. Taken at its word, the next window would begin after reports to come.
    let server = Server::start(|_| {
        let date = jiff::fmt::rfc2822::DateTimePrinter::new();
        let date = date.timestamp_to_rfc9110_string(&now().timestamp()).expect("a date");
        Reply::json(200, &listing(&[], None)).with("date", date)
    })
    .await;
    let mut settings = settings(&server);
    settings.clock = Clock::new(|| now().plus(Duration::from_hours(1)));
    let provider = connect(settings).expect("settings");
    let one = provider.poll(&Cursor::default()).await.expect("a page");
    let two = provider.poll(&one.next).await.expect("a page");
    provider.poll(&two.next).await.expect("a page");
    let requests = server.requests();
    for (request, name) in [(&requests[1], "startDate"), (&requests[1], "endDate"), (&requests[2], "startDate")] {
        let late = micros(request, name) - now().0;
        assert!((-6 * SECOND..=0).contains(&late), "{name} is {late} µs from now");
    }
}

#[tokio::test]
async fn a_page_key_that_died_restarts_the_window() {
    let server = Server::start(|request| match request.param("startKey") {
        None => Reply::json(200, &listing(&[stored("A", None, &json!("4000"))], Some("K1"))),
        Some(_) => Reply::json(400, &json!({"errorCode": "InvalidStartKey", "errorMessage": "no"})),
    })
    .await;
    let mut settings = settings(&server);
    settings.max_reads = 1;
    let provider = connect(settings).expect("settings");
    let one = provider.poll(&Cursor::default()).await.expect("a page");
    let two = provider.poll(&one.next).await.expect("the window again");
    assert_eq!(two.more, one.more);
    let requests = server.requests();
    assert_eq!(requests[0].param("startDate"), requests[2].param("startDate"));
    assert_eq!(requests[2].param("startKey"), None);
}

/// What a page does not hold is asked for in parts of the window, all at the same time.
#[tokio::test]
async fn a_window_of_many_pages_is_read_in_parts_at_the_same_time() {
    let (under_way, most) = (Arc::new(AtomicI64::new(0)), Arc::new(AtomicI64::new(0)));
    let begun = now().0 - SECOND;
    let seen = (Arc::clone(&under_way), Arc::clone(&most));
    let server = Server::start(move |request| {
        let n = seen.0.fetch_add(1, Ordering::SeqCst) + 1;
        seen.1.fetch_max(n, Ordering::SeqCst);
        let under_way = Arc::clone(&seen.0);
        tokio::spawn(async move {
            tokio::time::sleep(Duration::from_millis(20)).await;
            under_way.fetch_sub(1, Ordering::SeqCst);
        });
        // a report every ten milliseconds, ten in a page
        let (from, to) = (micros(request, "startDate"), micros(request, "endDate"));
        let skip: usize = request.param("startKey").map_or(0, |k| k.parse().expect("one of ours"));
        let all: Vec<i64> =
            (0..100).map(|i| begun + i * 10_000).filter(|at| (from..to).contains(&(at / 1000 * 1000))).collect();
        let page: Vec<_> =
            all.iter().skip(skip).take(10).map(|at| stored(&format!("M{at}"), None, &json!("4000"))).collect();
        let next = (all.len() > skip + 10).then(|| (skip + 10).to_string());
        Reply::After(Duration::from_millis(30), Box::new(Reply::json(200, &listing(&page, next.as_deref()))))
    })
    .await;
    let mut settings = settings(&server);
    (settings.page_size, settings.max_reads, settings.overlap) = (10, 4, Duration::from_millis(500));
    let provider = connect(settings).expect("settings");
    let mut cursor = Cursor(format!("{{\"v\":1,\"settled\":{begun},\"fresh\":{begun}}}"));
    let mut got: Vec<String> = Vec::new();
    let mut polls = 0;
    loop {
        let page = provider.poll(&cursor).await.expect("a page");
        got.extend(page.reports.iter().map(|r| r.provider_id.clone()));
        cursor = page.next;
        polls += 1;
        if !page.more {
            break;
        }
    }
    assert_eq!(most.load(Ordering::SeqCst), 4, "calls at the same time");
    assert!(polls <= 5, "{polls} for ten pages: one that tells, and a quarter of the others");
    got.sort_unstable();
    got.dedup();
    assert_eq!(got.len(), 100);
}

#[tokio::test]
async fn a_cursor_of_another_kind_starts_over() {
    let server = Server::start(|_| Reply::json(200, &listing(&[], None))).await;
    let provider = provider(&server);
    for text in ["", "{}", "{\"v\":9,\"from\":1}", "rubbish"] {
        provider.poll(&Cursor(text.to_owned())).await.expect("a page");
    }
    for request in server.requests() {
        let back = now().0 - micros(&request, "startDate");
        assert!((back / SECOND - 4 * 24 * 3600).abs() < 10, "four days back, not {back} µs");
    }
}

#[tokio::test]
async fn while_reports_pour_in_windows_join() {
    let server = Server::start(|request| {
        let n = micros(request, "startDate");
        let messages: Vec<_> = (0..500).map(|i| stored(&format!("M{n}-{i}"), None, &json!("2000"))).collect();
        Reply::json(200, &listing(&messages, None))
    })
    .await;
    let mut settings = settings(&server);
    settings.page_size = 50;
    settings.overlap = Duration::from_secs(1);
    let provider = connect(settings).expect("settings");
    // A cursor from a second ago: 500 messages in it, ten pages' worth a second.
    let second_ago = now().0 - SECOND;
    let mut cursor = Cursor(format!("{{\"v\":1,\"settled\":{second_ago},\"fresh\":{second_ago}}}"));
    for _ in 0..3 {
        tokio::time::sleep(Duration::from_millis(30)).await;
        cursor = provider.poll(&cursor).await.expect("a page").next;
    }
    let requests = server.requests();
    let bounds: Vec<_> = requests.iter().map(|r| (micros(r, "startDate"), micros(r, "endDate"))).collect();
    assert_eq!(bounds[0].0 / 1000, second_ago / 1000);
    assert_eq!(bounds[1].0, bounds[0].1, "{bounds:?}");
    assert_eq!(bounds[2].0, bounds[1].1, "{bounds:?}");
}

#[tokio::test]
async fn a_listing_is_read_however_its_types_shift() {
    let text = r#"{"startKey":null,"limit":"20","unknown":{"deep":[1,2,{"x":null}]},"messageList":[
        {"messageId":"A","statusCode":4000,"type":"ATA","customFields":{"ref":"r-1","n":5},"replacement":0,
         "kakaoOptions":{"disableSms":1,"buttons":[]},"dateReported":"2026-01-15T09:30:01+09:00","resendCount":0},
        {"messageId":"B","statusCode":null,"customFields":[],"replacement":"false","dateUpdated":"not a date"},
        {"statusCode":"4000"},
        null,
        {"messageId":17,"statusCode":"TEST1000","customFields":null,"reason":"줄\n바꿈","type":null}]}"#;
    let server = Server::script([Reply::text(200, "application/json", text)]).await;
    let page = provider(&server).poll(&Cursor::default()).await.expect("a page");
    let got: Vec<_> = page
        .reports
        .iter()
        .map(|r| (r.provider_id.as_str(), r.verdict.class, r.verdict.code.as_str(), r.reference.is_some()))
        .collect();
    assert_eq!(
        got,
        [
            ("A", Class::Delivered, "4000", true),
            ("B", Class::Accepted, "", false),
            ("17", Class::Unknown, "TEST1000", false),
        ]
    );
    assert_eq!(page.reports[2].verdict.text, "줄 바꿈");
    assert!(!page.more);
}

#[tokio::test]
async fn a_listing_that_is_none_is_not_an_empty_one() {
    for body in ["{}", "[]", r#"{"messageList":null}"#, "null"] {
        let server = Server::script([Reply::text(200, "application/json", body)]).await;
        let result = provider(&server).poll(&Cursor::default()).await;
        assert!(matches!(result, Err(CallError::Lost { .. })), "{body}: {result:?}");
    }
}

// ---- money -------------------------------------------------------------------------------------

#[tokio::test]
async fn balance_is_read_to_the_last_hundredth() {
    for (body, balance, point) in [
        (r#"{"balance":1234567.89,"point":0}"#, 123_456_789, 0),
        (r#"{"balance":90071992547409.93,"point":0.1,"lowBalanceAlert":null}"#, 9_007_199_254_740_993, 10),
        (r#"{"balance":"100","point":null}"#, 10_000, 0),
        (r#"{"balance":-12.5}"#, -1250, 0),
    ] {
        let server = Server::script([Reply::text(200, "application/json", body)]).await;
        let got = provider(&server).balance().await.expect("a balance");
        assert_eq!((got.balance, got.point), (Minor(balance), Minor(point)), "{body}");
        assert_eq!(server.requests()[0].path, "/cash/v1/balance");
    }
    for body in [r#"{"point":0}"#, r#"{"balance":null}"#, r#"{"balance":"many"}"#] {
        let server = Server::script([Reply::text(200, "application/json", body)]).await;
        assert!(matches!(provider(&server).balance().await, Err(CallError::Lost { .. })), "{body}");
    }
}

#[tokio::test]
async fn prices_are_the_domestic_ones() {
    let expected = [
        Price { channel: Channel::Alimtalk, price: Minor(1305) },
        Price { channel: Channel::Sms, price: Minor(2000) },
        Price { channel: Channel::Lms, price: Minor(5000) },
    ];
    for body in [
        r#"{"countryName":"Korea, South","countryId":"82","sms":20,"lms":50.0,"mms":null,"ata":13.05,"cti":20}"#,
        r#"[{"countryId":"370","sms":94,"lms":500},{"countryId":82,"sms":20,"lms":50,"ata":13.05}]"#,
    ] {
        let server = Server::script([Reply::text(200, "application/json", body)]).await;
        assert_eq!(provider(&server).prices().await.expect("prices"), expected, "{body}");
        assert_eq!(server.requests()[0].path, "/pricing/v1/messaging");
    }
    let server = Server::script([Reply::text(200, "application/json", r#"[{"countryId":"370","sms":94}]"#)]).await;
    assert!(matches!(provider(&server).prices().await, Err(CallError::Lost { .. })));
}
