package dev.rampart.local.attack;

import dev.rampart.local.client.ApiClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What attackers do who have no token. */
final class AnonymousMoves {
  private static final List<String> SCANNED =
      List.of(
          "/.env",
          "/.git/config",
          "/wp-login.php",
          "/v1/admin",
          "/v1/users?file=../../../../etc/passwd",
          "/actuator/env",
          "/v1/debug?cmd=%s"
              .formatted(URLEncoder.encode(";cat /etc/shadow", StandardCharsets.UTF_8)),
          "/phpmyadmin/index.php",
          "/backup.sql",
          "/v1/submissions?cursor=%s"
              .formatted(URLEncoder.encode("' OR '1'='1' -- ", StandardCharsets.UTF_8)),
          "/server-status",
          "/v1/files?name=../../../windows/win.ini");

  private static final String INJECTION =
      "/v1/submissions?cursor="
          + URLEncoder.encode(
              "1' UNION SELECT name, password FROM users -- ", StandardCharsets.UTF_8);

  private static final int SIGNATURE_BYTES = 256;

  private AnonymousMoves() {}

  /** Looks for what careless servers have lying about, as scanners do. */
  static Move scan(ApiClient client) {
    return turn -> {
      String path = SCANNED.get(turn % SCANNED.size());
      String numbered = path.contains("?") ? path + "&n=" + turn : path + turn;
      return client.send("GET", numbered, Map.of("User-Agent", "Mozilla/5.0"), "").gate();
    };
  }

  /** Sends one injection from each address in turn. */
  static Move spread(List<ApiClient> clients) {
    return turn -> clients.get(turn % clients.size()).send("GET", INJECTION, Map.of(), "").gate();
  }

  /** Sends tokens that nobody signed. */
  static Move forge(ApiClient client, String apiKey, RandomGenerator random) {
    return turn -> {
      String header = turn % 2 == 0 ? "{\"alg\":\"none\"}" : "{\"alg\":\"RS256\",\"kid\":\"0\"}";
      String claims = "{\"sub\":\"%s\",\"exp\":9999999999}".formatted(hex(random));
      byte[] signature = new byte[SIGNATURE_BYTES];
      random.nextBytes(signature);
      String token =
          part(header.getBytes(StandardCharsets.UTF_8))
              + "."
              + part(claims.getBytes(StandardCharsets.UTF_8))
              + "."
              + part(signature);
      return client
          .send(
              "GET",
              "/v1/submissions",
              Map.of("Authorization", "Bearer " + token, "x-api-key", apiKey),
              "")
          .gate();
    };
  }

  private static String part(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String hex(RandomGenerator random) {
    return HexFormat.of().toHexDigits(random.nextLong());
  }
}
