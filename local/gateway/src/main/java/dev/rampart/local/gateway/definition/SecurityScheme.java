package dev.rampart.local.gateway.definition;

import dev.rampart.local.template.Properties;

/** What an API can ask a client to prove itself by. */
enum SecurityScheme {
  COGNITO,
  API_KEY;

  private static final String AUTHORIZER = "cognito_user_pools";

  static SecurityScheme read(Properties scheme) {
    String _ = scheme.oneOf("type", "apiKey");
    String _ = scheme.oneOf("in", "header");
    if (!scheme.has("x-amazon-apigateway-authtype")) {
      requireHeader(scheme, ApiOperation.API_KEY_HEADER);
      return API_KEY;
    }
    String _ = scheme.oneOf("x-amazon-apigateway-authtype", AUTHORIZER);
    requireHeader(scheme, "Authorization");
    Properties authorizer = scheme.object("x-amazon-apigateway-authorizer");
    String _ = authorizer.oneOf("type", AUTHORIZER);
    if (authorizer.texts("providerARNs").isEmpty()) {
      throw authorizer.fault("providerARNs", "names no user pool");
    }
    return COGNITO;
  }

  private static void requireHeader(Properties scheme, String header) {
    if (!scheme.text("name").equalsIgnoreCase(header)) {
      throw scheme.fault("name", "is not " + header);
    }
  }
}
