package dev.rampart.local.check.rule.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.Level;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.List;
import java.util.Map;

/** Tokens: how long they live, and how they are renewed. */
final class TokenRules {
  private static final Map<String, Double> MINUTES =
      Map.of("seconds", 1 / 60.0, "minutes", 1.0, "hours", 60.0, "days", 1440.0);
  private static final int ACCESS_MINUTES_MAX = 60;
  private static final int ACCESS_MINUTES_SHORT = 15;
  private static final int REFRESH_MINUTES_MAX = 30 * 1440;
  // Two tabs that refresh at once need some seconds; a stolen token must not live by them.
  private static final int GRACE_SECONDS_MAX = 30;
  // Minutes to find the authenticator; longer sessions are there to be taken over.
  private static final int SESSION_MINUTES_MAX = 5;

  private TokenRules() {}

  static List<PostureRule> all() {
    return List.of(
        ClientRules.client(
            "COG-18",
            "An access token lives for an hour at most",
            "a stolen one would open the API for a day",
            "AccessTokenValidity: 15, TokenValidityUnits: {AccessToken: minutes}",
            (client, seen) ->
                seen.expect(
                    minutes(client, "Access", "hours") <= ACCESS_MINUTES_MAX,
                    client,
                    "AccessTokenValidity")),
        new PostureRule(
            "COG-19",
            Level.SHOULD,
            "Access and id tokens live for 15 minutes at most, refresh tokens for 30 days",
            "a stolen token opens the API as long as it lives",
            "AccessTokenValidity: 15, IdTokenValidity: 15, RefreshTokenValidity: 7, with units",
            ClientRules.each(TokenRules::lifetimes)),
        new PostureRule(
            "COG-21",
            Level.SHOULD,
            "Refresh tokens rotate, with half a minute of grace at most",
            "a stolen one would live beside the real one for weeks",
            "RefreshTokenRotation: {Feature: ENABLED, RetryGracePeriodSeconds: 10}",
            ClientRules.each(TokenRules::rotation)),
        ClientRules.client(
            "COG-22",
            "A client that rotates refresh tokens does not take the old flow",
            "Cognito refuses the two together",
            "leave ALLOW_REFRESH_TOKEN_AUTH out of ExplicitAuthFlows",
            (client, seen) ->
                seen.expect(
                    !rotates(client)
                        || !Json.texts(client.property("ExplicitAuthFlows"))
                            .contains("ALLOW_REFRESH_TOKEN_AUTH"),
                    client,
                    "ExplicitAuthFlows")),
        ClientRules.client(
            "COG-35",
            "A sign-in is finished within five minutes",
            "a session between password and second factor is there to be taken over",
            "no AuthSessionValidity, or 3 to 5",
            ClientRules.property(
                "AuthSessionValidity",
                value -> value.isMissingNode() || Rules.isWithin(value, 3, SESSION_MINUTES_MAX))));
  }

  /** Returns how long a kind of token lives; for ever if nothing is said. */
  private static double minutes(Resource client, String kind, String unit) {
    String units = client.property("TokenValidityUnits").path(kind + "Token").asText(unit);
    return client.property(kind + "TokenValidity").asDouble(Double.MAX_VALUE)
        * MINUTES.getOrDefault(units, Double.MAX_VALUE);
  }

  private static void lifetimes(Resource client, Examination seen) {
    lives(client, "Access", "hours", ACCESS_MINUTES_SHORT, seen);
    if (ClientRules.isForPeople(client)) {
      lives(client, "Id", "hours", ACCESS_MINUTES_SHORT, seen);
      lives(client, "Refresh", "days", REFRESH_MINUTES_MAX, seen);
    }
  }

  private static void lives(
      Resource client, String kind, String unit, int minutesMax, Examination seen) {
    seen.expect(minutes(client, kind, unit) <= minutesMax, client, kind + "TokenValidity");
  }

  private static boolean rotates(Resource client) {
    return Json.at(client.properties(), "RefreshTokenRotation.Feature").asText().equals("ENABLED");
  }

  private static void rotation(Resource client, Examination seen) {
    JsonNode grace = Json.at(client.properties(), "RefreshTokenRotation.RetryGracePeriodSeconds");
    seen.expect(
        !ClientRules.isForPeople(client) || rotates(client), client, "RefreshTokenRotation");
    seen.expect(
        grace.asInt(0) <= GRACE_SECONDS_MAX,
        client,
        "RefreshTokenRotation.RetryGracePeriodSeconds");
  }
}
