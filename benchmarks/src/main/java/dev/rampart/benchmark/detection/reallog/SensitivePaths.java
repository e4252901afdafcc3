package dev.rampart.benchmark.detection.reallog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which paths only scanners ask an API for, by words in them. */
final class SensitivePaths {

  private static final List<Map.Entry<String, List<String>>> CLASSES =
      List.of(
          Map.entry("wordpress", List.of("/wp-", "/wordpress", "xmlrpc.php")),
          Map.entry("php-admin", List.of("phpmyadmin", "/pma", "/administrator", "/adminer")),
          Map.entry("vcs", List.of("/.git", "/.svn", "/.hg", "/.subversion")),
          Map.entry("env-file", List.of("/.env", "/.aws", "/.ssh", "/.docker")),
          Map.entry(
              "credentials",
              List.of("/.ht", "passwd", "/.pwd", "/.rhosts", "/.netrc", "id_rsa", "shadow")),
          Map.entry("history", List.of("_history", "/.profile", "/.bash", "/.listing", "/.perf")),
          Map.entry("actuator", List.of("/actuator", "/_ignition", "/manager/html", "/solr/")),
          Map.entry("cgi", List.of("/cgi-bin", ".cgi", "/cgi/")),
          Map.entry("backup", List.of(".bak", ".sql", ".old", "backup", ".tar", "dump")),
          Map.entry("shell", List.of("shell.php", "/shell", "c99", "r57", "cmd.php")));

  private SensitivePaths() {}

  /** Returns the class of a path without its query; empty if a person might ask for it. */
  static Optional<String> classOf(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return CLASSES.stream()
        .filter(entry -> entry.getValue().stream().anyMatch(lower::contains))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
