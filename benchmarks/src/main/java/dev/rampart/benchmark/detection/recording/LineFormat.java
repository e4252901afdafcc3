package dev.rampart.benchmark.detection.recording;

import java.util.Locale;

/** What the lines of a made recording are. */
enum LineFormat {
  /** The Combined Log Format of web servers. */
  COMBINED,
  /** The API's access log, in JSON. */
  ACCESS,
  /** The log of AWS WAF, in JSON. */
  FIREWALL,
  /** Signals, as the bus keeps them, in JSON. */
  SIGNALS;

  /**
   * Returns the format of that name in lower case.
   *
   * @throws IllegalArgumentException if there is none
   */
  static LineFormat named(String name) {
    for (LineFormat format : values()) {
      if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
        return format;
      }
    }
    throw new IllegalArgumentException("unknown format: " + name);
  }
}
