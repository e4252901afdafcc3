package dev.rampart.local.logs.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pattern language, by the examples of its documentation and at its edges. */
final class FilterPatternTest {

  private static boolean matches(String pattern, String line) throws InvalidPatternException {
    return FilterPattern.parse(pattern).matches(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                     | anything                 | true",
        "ERROR                  | [ERROR 400] BAD REQUEST  | true",
        "ERROR                  | [error 400] bad request  | false",
        "ERROR ARGUMENTS        | ERROR MISSING ARGUMENTS  | true",
        "ERROR ARGUMENTS        | ERROR 401 UNAUTHORIZED   | false",
        "?ERROR ?ARGUMENTS      | INVALID ARGUMENTS        | true",
        "?ERROR ?ARGUMENTS      | all is well              | false",
        "?ERROR 400             | 400 but no mistake       | true",
        "?ERROR 400             | ERROR 401                | false",
        "ERROR -ARGUMENTS       | ERROR 401 UNAUTHORIZED   | true",
        "ERROR -ARGUMENTS       | ERROR MISSING ARGUMENTS  | false",
        "-ERROR                 | all is well              | true",
        "\"INTERNAL SERVER\"    | an INTERNAL SERVER ERROR | true",
        "\"INTERNAL SERVER\"    | an INTERNAL ERROR SERVER | false",
        "\"say \\\"no\\\"\"     | they say \"no\" to it    | true",
        "%AUTHORIZED [0-9]+%    | AUTHORIZED 200           | true",
        "%AUTHORIZED [0-9]+%    | AUTHORIZED               | false",
        "-%4[0-9]{2}%           | answered 404             | false",
      })
  void terms_are_found_anywhere(String pattern, String line, boolean expected)
      throws InvalidPatternException {
    assertThat(matches(pattern, line)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{ $.eventType = \"UpdateTrail\" }                            ~ true",
        "{ $.eventType = UpdateTrail }                                ~ true",
        "{ $.eventType = \"Update*\" }                                ~ true",
        "{ $.eventType = \"*Trail\" }                                 ~ true",
        "{ $.eventType = \"*date*\" }                                 ~ true",
        "{ $.eventType = \"U*T*l\" }                                  ~ true",
        "{ $.eventType = \"U*l*l\" }                                  ~ false",
        "{ $.eventType = \"*Update\" }                                ~ false",
        "{ $.eventType != \"UpdateTrail\" }                           ~ false",
        "{ $.sourceIPAddress != 123.123.* }                           ~ true",
        "{ $.sourceIPAddress = 111.111.* }                            ~ true",
        "{ $.missing != \"x\" }                                       ~ false",
        "{ $.arrayKey[0] = \"value\" }                                ~ true",
        "{ $.arrayKey[1] = \"value\" }                                ~ false",
        "{ $.arrayKey[7] = \"value\" }                                ~ false",
        "{ $.arrayKey[*] = \"another value\" }                        ~ true",
        "{ $.objectList[1].id = 2 }                                   ~ true",
        "{ $.objectList[*].flag = 1 }                                 ~ true",
        "{ $.['a.b'].c = \"deep\" }                                   ~ true",
        "{ $.[\"a.b\"].c = \"deep\" }                                 ~ true",
        "{ $.bandwidth > 75 }                                         ~ true",
        "{ $.bandwidth > 80 }                                         ~ false",
        "{ $.bandwidth >= 80 }                                        ~ true",
        "{ $.bandwidth < 1e2 }                                        ~ true",
        "{ $.bandwidth <= 79.9 }                                      ~ false",
        "{ $.bandwidth = 80.0 }                                       ~ true",
        "{ $.bandwidth != 80 }                                        ~ false",
        "{ $.bandwidth = \"80\" }                                     ~ false",
        "{ $.text80 = 80 }                                            ~ true",
        "{ $.text80 > 8 }                                             ~ false",
        "{ $.nothing IS NULL }                                        ~ true",
        "{ $.missing IS NULL }                                        ~ false",
        "{ $.missing NOT EXISTS }                                     ~ true",
        "{ $.nothing NOT EXISTS }                                     ~ false",
        "{ $.nothing EXISTS }                                         ~ true",
        "{ $.yes IS TRUE }                                            ~ true",
        "{ $.yes IS FALSE }                                           ~ false",
        "{ $.no IS FALSE }                                            ~ true",
        "{ $.yes = \"true\" }                                         ~ false",
        "{ $.eventType = %Tra[a-z]l% }                                ~ true",
        "{ ($.user.id = 1) && ($.users[0].email = \"John.*\") }       ~ true",
        "{ ($.user.id = 2 && $.users[0].email = \"x\") || $.yes IS TRUE } ~ true",
        "{ $.user.id = 2 || $.yes IS TRUE && $.no IS TRUE }           ~ false",
        "{ $.user.id = 1 || $.yes IS FALSE && $.no IS TRUE }          ~ true",
        "{$.user.id=1&&$.yes IS TRUE}                                 ~ true",
      })
  void json_lines_are_looked_into(String pattern, boolean expected) throws InvalidPatternException {
    String line =
        """
        {"eventType": "UpdateTrail", "sourceIPAddress": "111.111.111.111", "bandwidth": 80,
         "text80": "80", "arrayKey": ["value", "another value"], "nothing": null, "yes": true,
         "no": false, "objectList": [{"name": "a", "id": 1}, {"name": "b", "id": 2, "flag": 1}],
         "a.b": {"c": "deep"}, "user": {"id": 1}, "users": [{"email": "John.Stiles@example.com"}]}
        """;

    assertThat(matches(pattern, line)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain text", "[1]", "{\"a\": 1", "{\"a\": 1} {\"a\": 1}", "{}"})
  void a_json_pattern_takes_no_other_lines(String line) throws InvalidPatternException {
    assertThat(matches("{ $.a = 1 }", line)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "[ip, user, username, timestamp, request, status, bytes]             ~ true",
        "[ip, user, username, timestamp, request, status]                    ~ false",
        "[ip, user, username, timestamp, request, status = 404, bytes]       ~ true",
        "[ip, user, username, timestamp, request, status = 4*, bytes > 1000] ~ true",
        "[ip, user, username, timestamp, request, status = 5*, bytes]        ~ false",
        "[ip, user, username, timestamp, request, status, bytes > 2000]      ~ false",
        "[ip = %^127%, ...]                                                  ~ true",
        "[..., status = 404, bytes]                                          ~ true",
        "[..., bytes]                                                        ~ true",
        "[ip, user, ...]                                                     ~ true",
        "[ip != 127.0.0.1, ...]                                              ~ false",
        "[..., request = *html*, status = 4* || status = 5*, bytes]          ~ true",
        "[..., request, status >= 400 && status < 500, bytes]                ~ true",
        "[..., request, status >= 400 && status < 404, bytes]                ~ false",
      })
  void fields_are_separated_by_space(String pattern, boolean expected)
      throws InvalidPatternException {
    String line =
        "127.0.0.1 Prod frank [10/Oct/2000:13:25:15 -0700] \"GET /index.html HTTP/1.0\" 404 1534";

    assertThat(matches(pattern, line)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{ }",
        "{ $.a }",
        "{ $ = 1 }",
        "{ $.a = }",
        "{ $.a = \"open }",
        "{ $.a > \"x\" }",
        "{ $.a IS MAYBE }",
        "{ $.a = 1 } more",
        "{ ($.a = 1 }",
        "{ $.a = 1 && }",
        "{ $.a[*].b[*] = 1 }",
        "{ $.a = %(x)% }",
        "{ $.a = %[% }",
        "%.{150}x{51}%",
        "%.{1,9999999}%",
        "{ $.a = %a% || $.b = %b% || $.c = %c% }",
        "[a, b",
        "[a = 1 || b = 2]",
        "[..., a, ...]",
        "[]",
        "two-words",
        "\"open",
        "%open",
      })
  void what_is_no_pattern_is_refused(String pattern) {
    assertThatThrownBy(() -> FilterPattern.parse(pattern))
        .isInstanceOf(InvalidPatternException.class)
        .message()
        .isNotBlank();
  }

  @Test
  void a_pattern_has_its_limits() {
    assertThatThrownBy(() -> FilterPattern.parse("a".repeat(1025)))
        .hasMessageContaining("1024 characters");
    assertThatThrownBy(() -> FilterPattern.parse("{ " + "(".repeat(40) + "$.a = 1"))
        .hasMessageContaining("deeper than 32");
  }

  /** Far more than linear work takes, and far less than the square of it would. */
  @Test
  @Timeout(60)
  void what_is_opened_and_never_closed_costs_no_square_of_time() throws InvalidPatternException {
    assertThat(matches("[a, b, ...]", "[ ".repeat(500_000))).isTrue();
    assertThat(matches("[a, b, ...]", "\"" + "[ ".repeat(500_000))).isTrue();
  }

  @Property(tries = 3000)
  void any_text_is_a_pattern_or_is_refused(
      @ForAll("patterns") String pattern, @ForAll("lines") String line) {
    try {
      boolean _ = matches(pattern, line);
    } catch (InvalidPatternException e) {
      assertThat(e).hasMessageMatching("(?s).+");
    }
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of(
            "{", "}", "[", "]", "(", ")", "$", ".a", "[0]", "[*]", " = ", "!=", " > ", "1", "x*",
            "\"", "%", "&&", "||", "IS ", "NULL", "NOT ", "EXISTS", "...", ",", "-", "?", "\\", " ",
            "ü", "1e999", "a")
        .list()
        .ofMaxSize(16)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            "\"a\"",
            ":",
            "1e99999999",
            "1",
            "\"x\"",
            ",",
            " ",
            "null",
            "\\u00",
            "\u0000",
            "😀")
        .list()
        .ofMaxSize(16)
        .map(parts -> String.join("", parts));
  }
}
