package dev.rampart.local.identity.hosted;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.identity.token.SigningKeys;
import dev.rampart.local.identity.web.WebResponses;
import dev.rampart.local.protocol.http.HttpResponse;

/** What the pool publishes about itself: its keys, and where its endpoints are. */
record WellKnownDocuments(String baseUrl, String issuer, SigningKeys keys) {
  HttpResponse jwks() {
    return WebResponses.text(200, "application/json", keys.publicKeys());
  }

  HttpResponse configuration() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("authorization_endpoint", baseUrl + "/oauth2/authorize");
    document.put("end_session_endpoint", baseUrl + "/logout");
    document.putArray("id_token_signing_alg_values_supported").add("RS256");
    document.put("issuer", issuer);
    document.put("jwks_uri", issuer + "/.well-known/jwks.json");
    document.putArray("response_types_supported").add("code");
    document.put("revocation_endpoint", baseUrl + "/oauth2/revoke");
    document.putArray("scopes_supported").add("openid").add("email").add("phone").add("profile");
    document.putArray("subject_types_supported").add("public");
    document.put("token_endpoint", baseUrl + "/oauth2/token");
    document
        .putArray("token_endpoint_auth_methods_supported")
        .add("client_secret_basic")
        .add("client_secret_post");
    document.put("userinfo_endpoint", baseUrl + "/oauth2/userInfo");
    return WebResponses.json(200, document);
  }
}
