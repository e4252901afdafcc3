package dev.rampart.domain.inspection;

import java.util.List;
import java.util.Locale;

/** Knows the textbook cases only, in the clear. */
final class TextbookInspector implements Inspector {

  private record Sign(Attack attack, String rule, String text) {}

  private static final List<Sign> SIGNS =
      List.of(
          new Sign(Attack.SQLI, "sql.tautology", "' or '1'='1"),
          new Sign(Attack.SQLI, "sql.tautology", "' or 1=1"),
          new Sign(Attack.SQLI, "sql.union", "' union select "),
          new Sign(Attack.SQLI, "sql.stacked", "'; drop table "),
          new Sign(Attack.XSS, "html.script", "<script"),
          new Sign(Attack.XSS, "html.handler", "onerror="),
          new Sign(Attack.XSS, "url.script", "javascript:alert"),
          new Sign(Attack.CMDI, "shell.chain", "; cat /etc/"),
          new Sign(Attack.PATH, "path.traversal", "../../"),
          new Sign(Attack.SSTI, "template.expression", "{{7*7}}"),
          new Sign(Attack.JNDI, "jndi.lookup", "${jndi:"),
          new Sign(Attack.XXE, "xml.entity", "<!entity"),
          new Sign(Attack.SSRF, "url.metadata", "http://169.254.169.254"));

  @Override
  public Verdict inspect(FieldKind kind, String value) {
    if (value.length() > CHARS_MAX) {
      return new Verdict.Unjudged(Limit.LENGTH);
    }
    var lower = value.toLowerCase(Locale.ROOT);
    for (var sign : SIGNS) {
      var at = lower.indexOf(sign.text());
      if (at >= 0) {
        var evidence =
            new Evidence(
                sign.attack(), 0.99, sign.rule(), List.of(), at, at + sign.text().length(), "…");
        return new Verdict.Suspect(List.of(evidence));
      }
    }
    return new Verdict.Clean();
  }
}
