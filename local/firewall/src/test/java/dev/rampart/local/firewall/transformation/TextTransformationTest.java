package dev.rampart.local.firewall.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.firewall.request.ByteText;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each transformation by what AWS's page "Using text transformations" says of it. */
final class TextTransformationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '`',
      value = {
        "NONE~aB%41~aB%41",
        "LOWERCASE~AbC1~abc1",
        "BASE64_DECODE~aGVsbG8=~hello",
        "BASE64_DECODE~a!GVs~a!GVs",
        "BASE64_DECODE_EXT~a!GV sbG8=~hello",
        "BASE64_DECODE_EXT~aGVs==bG8=~hello",
        "CMD_LINE~C^md.EXE  /c  \"Dir\";,x~cmd.exe/c dir x",
        "CSS_DECODE~ja\\vascript~javascript",
        "CSS_DECODE~\\61 b\\000063~abc",
        "ESCAPE_SEQ_DECODE~\\x41\\102\\q~AB\\q",
        "HEX_DECODE~616263~abc",
        "HEX_DECODE~61626~61626",
        "HTML_ENTITY_DECODE~&lt;&quot;&#97;&#x62;&gt;&~<\"ab>&",
        "HTML_ENTITY_DECODE~&LT;&Quot;&#000000000060;&#x0000000003c;&#0060~<\"<<<",
        "JS_DECODE~\\u0061\\x62\\143\\uff21~abcA",
        "NORMALIZE_PATH~/a//b/./../c~/a/c",
        "NORMALIZE_PATH~../a/../b~../b",
        "NORMALIZE_PATH_WIN~\\a\\..\\b~/b",
        "REMOVE_NULLS~a\0b~ab",
        "REPLACE_NULLS~a\0b~a b",
        "REPLACE_COMMENTS~a/*b*//**/c/*d~a  c ",
        "REPLACE_COMMENTS~a*/b~a*/b",
        "SQL_HEX_DECODE~x=0x414243 y~x=ABC y",
        "URL_DECODE~%41+%zz%~A %zz%",
        "URL_DECODE~%u0041~%u0041",
        "URL_DECODE_UNI~%u0041%uff42%43~AbC",
      })
  void it_rewrites_as_documented(TextTransformation transformation, String text, String result) {
    assertThat(transformation.apply(text)).isEqualTo(result);
  }

  @Test
  void characters_of_several_bytes_become_escapes() {
    assertThat(TextTransformation.UTF8_TO_UNICODE.apply(ByteText.of("aé€")))
        .isEqualTo("a%u00e9%u20ac");
    assertThat(TextTransformation.UTF8_TO_UNICODE.apply("\u00e9")).isEqualTo("\u00e9");
  }

  @Test
  void white_space_of_all_kinds_becomes_one_space() {
    assertThat(TextTransformation.COMPRESS_WHITE_SPACE.apply("a \t\n\u000b\f\r\u00a0b"))
        .isEqualTo("a b");
    assertThat(TextTransformation.ESCAPE_SEQ_DECODE.apply("a\\n\\tb")).isEqualTo("a\n\tb");
  }

  @Test
  void a_digest_is_raw_bytes() {
    assertThat(TextTransformation.MD5.apply("")).hasSize(16).startsWith("\u00d4\u001d");
  }

  @Property(tries = 300)
  void no_bytes_make_one_fail_or_grow_beyond_a_bound(@ForAll @Size(max = 300) byte[] bytes) {
    String text = ByteText.of(bytes);
    for (TextTransformation first : TextTransformation.values()) {
      for (TextTransformation second : TextTransformation.values()) {
        String result = second.apply(first.apply(text));
        assertThat(result.length()).isLessThanOrEqualTo(Math.max(48, 3 * text.length()));
        assertThat(result.chars().allMatch(c -> c <= 0xff)).isTrue();
      }
    }
  }

  @Test
  void large_input_with_many_beginnings_takes_no_more_than_one_pass() {
    List<String> hostile =
        List.of("/*", "\\", "%u", "&#x", "0x0", "../", "a ", "\u00e2").stream()
            .map(piece -> piece.repeat(65_536 / piece.length()))
            .toList();
    Arrays.stream(TextTransformation.values())
        .forEach(each -> hostile.forEach(text -> assertThat(each.apply(text)).isNotNull()));
  }
}
