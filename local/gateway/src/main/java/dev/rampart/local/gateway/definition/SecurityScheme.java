package dev.rampart.local.gateway.definition;

import dev.rampart.local.template.Properties;
import java.util.LinkedHashSet;
import java.util.Set;

/** What an API can ask a client to prove itself by. */
sealed interface SecurityScheme {

  /** An access token of one of these user pools, by their ids. */
  record Cognito(Set<String> userPools) implements SecurityScheme {}

  record ApiKey() implements SecurityScheme {}

  /** The value of {@code type} and of {@code x-amazon-apigateway-authtype}. */
  String AUTHORIZER = "cognito_user_pools";

  /** What stands before the id in the ARN of a user pool. */
  String USER_POOL = ":userpool/";

  static SecurityScheme read(Properties scheme) {
    String _ = scheme.oneOf("type", "apiKey");
    String _ = scheme.oneOf("in", "header");
    if (!scheme.has("x-amazon-apigateway-authtype")) {
      requireHeader(scheme, ApiOperation.API_KEY_HEADER);
      return new ApiKey();
    }
    String _ = scheme.oneOf("x-amazon-apigateway-authtype", AUTHORIZER);
    requireHeader(scheme, "Authorization");
    Properties authorizer = scheme.object("x-amazon-apigateway-authorizer");
    String _ = authorizer.oneOf("type", AUTHORIZER);
    return new Cognito(userPools(authorizer));
  }

  private static Set<String> userPools(Properties authorizer) {
    Set<String> pools = new LinkedHashSet<>();
    for (String arn : authorizer.texts("providerARNs")) {
      int id = arn.indexOf(USER_POOL);
      if (id < 0) {
        throw authorizer.fault("providerARNs", "has something that is no ARN of a user pool");
      }
      pools.add(arn.substring(id + USER_POOL.length()));
    }
    if (pools.isEmpty()) {
      throw authorizer.fault("providerARNs", "names no user pool");
    }
    return pools;
  }

  private static void requireHeader(Properties scheme, String header) {
    if (!scheme.text("name").equalsIgnoreCase(header)) {
      throw scheme.fault("name", "is not " + header);
    }
  }
}
