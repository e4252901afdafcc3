package dev.rampart.local.firewall.statement;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.rampart.local.template.Properties;

/** Reads regular expressions that run in time linear in the text. */
public final class LinearPatterns {
  /** In characters (AWS WAF quotas: a regular expression). */
  private static final int CHARS_MAX = 512;

  private LinearPatterns() {}

  /**
   * Compiles a regular expression of the template.
   *
   * @throws dev.rampart.local.template.source.TemplateException if it is none, or needs to look
   *     back or ahead
   */
  public static Pattern compile(Properties owner, String name, String regex) {
    if (regex.isEmpty() || regex.length() > CHARS_MAX) {
      throw owner.fault(name, "is not a pattern of 1 to " + CHARS_MAX + " characters");
    }
    if (regex.chars().anyMatch(c -> c > 0x7f)) {
      throw owner.fault(name, "has characters outside ASCII; write their bytes as \\xHH");
    }
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw owner.fault(name, "cannot be run in linear time: " + e.getMessage());
    }
  }
}
