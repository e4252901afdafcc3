package dev.rampart.local.firewall.managed;

import java.util.Locale;

/** How a stand-in relates to the rule of AWS whose name it has. */
public enum Grade {
  /** AWS documents all that the rule does, and the stand-in does it. */
  EXACT,
  /** The stand-in has the examples that AWS documents; the rest is not published. */
  DOCUMENTED,
  /** AWS's lists or patterns are not published; the stand-in has some of its own, or none. */
  APPROXIMATE;

  /** Returns the name in the documentation. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
