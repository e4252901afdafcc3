package dev.rampart.local.identity.settings;

import dev.rampart.local.template.Properties;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Reads how long the tokens of a client live, with their units. */
final class LifetimesReader {
  private static final Duration TOKEN_MIN = Duration.ofMinutes(5);
  private static final Duration TOKEN_MAX = Duration.ofDays(1);
  private static final Duration REFRESH_MIN = Duration.ofHours(1);
  private static final Duration REFRESH_MAX = Duration.ofDays(3650);
  private static final int CHALLENGE_MINUTES_MIN = 3;
  private static final int CHALLENGE_MINUTES_MAX = 15;

  private final Properties client;
  private final Properties units;

  LifetimesReader(Properties client) {
    this.client = client;
    this.units = client.object("TokenValidityUnits");
  }

  TokenLifetimes read() {
    return new TokenLifetimes(
        lifetime("AccessToken", 1, "hours", TOKEN_MIN, TOKEN_MAX),
        lifetime("IdToken", 1, "hours", TOKEN_MIN, TOKEN_MAX),
        lifetime("RefreshToken", 30, "days", REFRESH_MIN, REFRESH_MAX),
        Duration.ofMinutes(
            client.number(
                "AuthSessionValidity",
                CHALLENGE_MINUTES_MIN,
                CHALLENGE_MINUTES_MIN,
                CHALLENGE_MINUTES_MAX)));
  }

  private Duration lifetime(String token, int otherwise, String unit, Duration min, Duration max) {
    String name = token + "Validity";
    int amount = client.number(name, otherwise, 1, Integer.MAX_VALUE);
    Duration lifetime =
        switch (units.optionalText(token).orElse(unit)) {
          case "seconds" -> Duration.of(amount, ChronoUnit.SECONDS);
          case "minutes" -> Duration.of(amount, ChronoUnit.MINUTES);
          case "hours" -> Duration.of(amount, ChronoUnit.HOURS);
          case "days" -> Duration.of(amount, ChronoUnit.DAYS);
          default -> throw units.fault(token, "is not seconds, minutes, hours or days");
        };
    if (lifetime.compareTo(min) < 0 || lifetime.compareTo(max) > 0) {
      throw client.fault(name, "is not from " + min + " to " + max);
    }
    return lifetime;
  }
}
