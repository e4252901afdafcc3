package dev.rampart.adapter.in.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.submission.Owner;
import java.util.Optional;

/**
 * The claims of an access token, as the authorizer passed them on.
 *
 * @param json an object; missing where no authorizer ran
 */
record Claims(JsonNode json) {

  /** Returns whether there is such a claim, whatever its type. */
  boolean has(String name) {
    return json.has(name);
  }

  /** Returns a claim that is a text; empty for an absent one, a list, a number or null. */
  Optional<String> text(String name) {
    return Optional.ofNullable(json.path(name).textValue());
  }

  /** Returns the subject, if it can be one. */
  Optional<String> subject() {
    return text("sub").filter(Owner::isValid);
  }
}
