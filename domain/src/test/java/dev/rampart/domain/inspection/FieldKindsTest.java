package dev.rampart.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same text is judged by what the field is for. */
final class FieldKindsTest {

  private static boolean isRefused(FieldKind kind, String value) {
    return Inspected.INSPECTOR.inspect(kind, value).refusedIn(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "IDENTIFIER ¦ 0198c9a2-7f1e-7000-8000-2b1d6f0c9a11",
        "IDENTIFIER ¦ select",
        "IDENTIFIER ¦ 2026-11-24T10:00:00.000",
        "NAME ¦ Siobhán O'Brien-Smith Jr.",
        "NAME ¦ D'Or Union",
        "NAME ¦ Łukasz Null",
        "EMAIL ¦ drop.table+select@example.com",
        "FILE_NAME ¦ report-2026.final.pdf",
        "URL ¦ https://example.com/a/b?c=d&e=f#g",
        "HTML ¦ <p>Hello <b>you</b>, see <a href=\"https://example.com\">this</a>.</p>",
        "SQL ¦ SELECT id, name FROM users WHERE id = 7 ORDER BY name",
      })
  void what_the_field_is_for_passes(FieldKind kind, String value) {
    assertThat(isRefused(kind, value)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "IDENTIFIER ¦ 1' or '1'='1",
        "IDENTIFIER ¦ ../../etc/passwd",
        "NAME ¦ x' or 'a'='a",
        "NAME ¦ <script>alert(1)</script>",
        "EMAIL ¦ a@b.c' or 1=1--",
        "FILE_NAME ¦ ../../etc/passwd",
        "URL ¦ javascript:alert(1)",
        "URL ¦ http://127.0.0.1/admin",
        "CODE ¦ ' UNION SELECT NULL,version()--",
        "HTML ¦ <p onclick=alert(1)>x</p>",
        "HTML ¦ <script>alert(1)</script>",
        "SQL ¦ SELECT 1; EXEC xp_cmdshell 'dir'; WAITFOR DELAY '0:0:5'",
      })
  void what_breaks_out_of_it_is_refused(FieldKind kind, String value) {
    assertThat(isRefused(kind, value)).isTrue();
  }

  @Test
  void a_field_is_told_apart_by_its_threshold_alone() {
    Evidence evidence =
        new Evidence(Attack.XSS, 0.35, "html.tag", java.util.List.of(), 0, 3, "<b>");
    Verdict.Suspect verdict = new Verdict.Suspect(java.util.List.of(evidence));
    assertThat(verdict.refusedIn(FieldKind.IDENTIFIER)).isTrue();
    assertThat(verdict.refusedIn(FieldKind.PROSE)).isFalse();
  }
}
