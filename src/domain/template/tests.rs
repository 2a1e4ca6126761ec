//! Parsing, rendering and wrapping, by table and by property.

use super::*;
use proptest::prelude::*;

fn parse(text: &str) -> Template {
    Template::parse(text).expect(text)
}

fn render(t: &Template, values: &[(&str, &str)]) -> Result<String, RenderError> {
    let mut out = String::new();
    let lookup = |name: &str| values.iter().find(|(n, _)| *n == name).map(|(_, v)| *v);
    t.render(lookup, &mut out).map(|()| out)
}

#[test]
fn both_spellings_and_any_name() {
    let t = parse("#{회원명}님, {{ 주문 번호 }} #{ETA (분)}분 {한} } #x");
    let names: Vec<_> = t.variables().iter().map(|v| (v.name.as_str(), v.canonical.as_str())).collect();
    assert_eq!(names, [("회원명", "name"), ("주문 번호", "주문 번호"), ("ETA (분)", "ETA (분)")]);
    assert_eq!(
        render(&t, &[("name", "홍길동"), ("주문 번호", "A-1"), ("ETA (분)", "5")]).as_deref(),
        Ok("홍길동님, A-1 5분 {한} } #x")
    );
    assert_eq!(render(&parse("변수 없음"), &[]).as_deref(), Ok("변수 없음"));
    assert_eq!(render(&parse("{{a}}{{a}}#{a}"), &[("a", "x")]).as_deref(), Ok("xxx"));
    assert_eq!(parse("{{a}}{{a}}#{b}").variables().len(), 2);
}

#[test]
fn aliases_mean_the_same_fact() {
    for (name, main) in [
        ("이름", "name"),
        ("회원명", "name"),
        ("NAME", "name"),
        ("원본메시지", "message"),
        ("message", "message"),
        ("생년월일", "birth_date"),
        ("등급", "등급"),
    ] {
        assert_eq!(canonical(name), main);
    }
}

#[test]
fn defects_are_placed() {
    for (text, defect, line, column) in [
        ("안녕 #{이름", Defect::Unclosed("#{"), 1, 4),
        ("안녕\n하세요 {{이름} ", Defect::BadName('}'), 2, 9),
        ("#{}", Defect::NoName, 1, 1),
        ("{{  }}", Defect::NoName, 1, 1),
        ("#{a#{b}}", Defect::BadName('{'), 1, 5),
        ("{{{a}}}", Defect::BadName('{'), 1, 3),
        ("가\r\n나 #{이\n름}", Defect::Unclosed("#{"), 2, 3),
    ] {
        let e = Template::parse(text).expect_err(text);
        assert_eq!((e.defect, e.line, e.column), (defect, line, column), "{text}");
    }
    let many = |n: usize| (0..n).map(|i| format!("#{{v{i}}}")).collect::<Vec<_>>().concat();
    assert!(Template::parse(&many(40)).is_ok());
    assert_eq!(Template::parse(&many(41)).expect_err("41").defect, Defect::TooMany);
    assert_eq!(Template::parse("안녕 #{이름").expect_err("open").to_string(), "line 1, column 4: `#{` is never closed");
}

#[test]
fn missing_and_empty_values_refuse_by_name() {
    let t = parse("앞 #{회원명} 뒤");
    assert_eq!(render(&t, &[]), Err(RenderError::Undefined("회원명".into())));
    assert_eq!(render(&t, &[("name", " \u{3000}")]), Err(RenderError::Empty("회원명".into())));
    let mut out = "그대로".to_owned();
    assert!(t.render(|_| None, &mut out).is_err());
    assert_eq!(out, "그대로");
}

#[test]
fn values_are_not_expanded_and_placeholders_never_leave() {
    let t = parse("#{a} #{b}");
    assert_eq!(render(&t, &[("a", "#{b}"), ("b", "x")]), Err(RenderError::Placeholder));
    assert_eq!(render(&t, &[("a", "#"), ("b", "x")]).as_deref(), Ok("# x"));
    assert_eq!(render(&t, &[("a", "{{b}}"), ("b", "x")]), Err(RenderError::Placeholder));
    assert_eq!(render(&parse("#{a}#{b}"), &[("a", "#"), ("b", "{c}")]), Err(RenderError::Placeholder));
    assert_eq!(render(&parse("##{a}"), &[("a", "{c}")]), Err(RenderError::Placeholder));
    assert_eq!(render(&parse("{#{a}}"), &[("a", "{c}")]), Err(RenderError::Placeholder));
    assert_eq!(render(&parse("{#{a}}"), &[("a", "c")]).as_deref(), Ok("{c}"));
    for wrapper in ["##{message}", "{#{message}}"] {
        let joined = Template::wrap(&parse(wrapper), &parse("{가}")).expect("wrapped");
        assert_eq!(render(&joined, &[]), Err(RenderError::Placeholder), "{wrapper}");
    }
}

#[test]
fn wrapping_is_one_template() {
    let wrapper = parse("#{회원명}님, 안녕하세요. 현대 오토에버입니다. #{원본메시지}");
    let whole = Template::wrap(&wrapper, &parse("{{이름}} 고객님의 #{등급} 혜택")).expect("wrapped");
    assert_eq!(whole.source(), "#{회원명}님, 안녕하세요. 현대 오토에버입니다. {{이름}} 고객님의 #{등급} 혜택");
    assert_eq!(
        render(&whole, &[("name", "홍길동"), ("등급", "VIP")]).as_deref(),
        Ok("홍길동님, 안녕하세요. 현대 오토에버입니다. 홍길동 고객님의 VIP 혜택")
    );
    assert_eq!(whole, parse(whole.source()));
    assert_eq!(Template::wrap(&parse("안녕"), &parse("글")).expect_err("no slot").defect, Defect::NoMessage);
}

#[test]
fn references_pin_a_version() {
    for (text, name, version) in [("order", "order", None), ("주문-1@3", "주문-1", Some(3))] {
        let r: TemplateRef = text.parse().expect(text);
        assert_eq!((r.name.as_str(), r.version, r.to_string()), (name, version, text.to_owned()));
    }
    for bad in ["", "@1", "a@", "a@0", "a@-1", "a@+1", "a@1@2", "a b", "a/b", &"x".repeat(41)] {
        assert!(bad.parse::<TemplateRef>().is_err(), "{bad}");
    }
}

#[test]
fn golden_sizes_per_name() {
    let t = parse(&format!("#{{이름}}{}a", "가".repeat(41)));
    let mut scratch = String::new();
    for (name, bytes) in [("홍길동", 89), ("남궁민수", 91), ("김철", 87)] {
        let m = t.measure(|_| Some(name), Charset::Ksx1001, &mut scratch).expect("a value");
        assert_eq!(m.bytes, bytes);
    }
}

proptest! {
    #[test]
    fn rendering_never_leaves_a_placeholder(
        text in "([가-다 {}#]|#\\{a\\}|\\{\\{b\\}\\}){0,8}",
        a in "[가x{}#]{0,4}",
        b in "[가x{}#]{0,4}",
    ) {
        let Ok(t) = Template::parse(&text) else { return Ok(()) };
        if let Ok(out) = render(&t, &[("a", &a), ("b", &b)]) {
            let hash = out.split_once("#{").is_some_and(|(_, rest)| rest.contains('}'));
            let braces = out.split_once("{{").is_some_and(|(_, rest)| rest.contains("}}"));
            prop_assert!(!hash && !braces, "{}", out);
        }
    }

    #[test]
    fn measuring_equals_counting_the_rendered_text(
        text in "([가-힣a-z {}#₩\\r\\n]|#\\{a\\}|\\{\\{b\\}\\}){0,12}",
        a in "[가-힣x👍₩\u{301}\u{1161}\\r{}#]{0,4}",
        b in "\\PC{0,4}",
    ) {
        let Ok(t) = Template::parse(&text) else { return Ok(()) };
        let values = [("a", a.as_str()), ("b", b.as_str())];
        for charset in [Charset::Ksx1001, Charset::Cp949] {
            let lookup = |name: &str| values.iter().find(|(n, _)| *n == name).map(|(_, v)| *v);
            let measured = t.measure(lookup, charset, &mut String::new());
            let counted = render(&t, &values).map(|out| text::measure(&text::normalise(&out), charset));
            prop_assert_eq!(measured, counted);
        }
    }

    #[test]
    fn parsing_its_source_again_is_the_same(text in "([가-다 ]|#\\{a\\}|\\{\\{이름\\}\\}){0,8}") {
        let t = parse(&text);
        prop_assert_eq!(parse(t.source()), t);
    }
}
