package dev.rampart.adapter.in.logs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Paths that no client of this API asks for, and scanners do.
 *
 * @param rule the name of the class in evidence
 * @param parts any of them, in lower case, makes a path one of the class
 */
public record SensitivePath(String rule, List<String> parts) {
  private static final List<SensitivePath> CLASSES =
      List.of(
          new SensitivePath(
              "secrets", List.of(".env", ".aws", ".ssh", "id_rsa", ".npmrc", ".htpasswd")),
          new SensitivePath("repository", List.of(".git", ".svn", ".hg", ".ds_store")),
          new SensitivePath(
              "administration",
              List.of("wp-admin", "wp-login", "phpmyadmin", "/manager/html", "/actuator")),
          new SensitivePath("code", List.of(".php", ".jsp", ".asp", "cgi-bin")),
          new SensitivePath("backup", List.of(".bak", ".old", ".sql", ".swp", "backup.", "dump.")),
          new SensitivePath("traversal", List.of("..", "%2e", "etc/passwd", "boot.ini")));

  /** Returns the first class that a path belongs to; empty if it belongs to none. */
  public static Optional<SensitivePath> of(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return CLASSES.stream()
        .filter(kind -> kind.parts().stream().anyMatch(lower::contains))
        .findFirst();
  }
}
