package dev.rampart.adapter.in.apigateway.security;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rampart.adapter.in.apigateway.http.JsonText;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.adapter.in.apigateway.http.VersionPrecondition;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.block.AllowedSource;
import java.io.IOException;
import java.util.List;

/** Entries of the allow list as the security team reads them. */
final class ExemptionJson {

  private ExemptionJson() {}

  static Reply reply(int status, AllowedSource entry) {
    return Reply.json(status, JsonText.object(json -> members(json, entry)))
        .with("ETag", VersionPrecondition.etag(entry.version()));
  }

  static Reply list(List<AllowedSource> entries) {
    return Reply.json(
        200,
        JsonText.object(
            json -> {
              json.writeArrayFieldStart("items");
              for (AllowedSource entry : entries) {
                json.writeStartObject();
                members(json, entry);
                json.writeEndObject();
              }
              json.writeEndArray();
            }));
  }

  private static void members(JsonGenerator json, AllowedSource entry) throws IOException {
    json.writeStringField("source", entry.source().text());
    json.writeStringField("reason", entry.reason());
    json.writeStringField("principal", entry.principal());
    json.writeStringField("since", Rfc3339.format(entry.since()));
    json.writeNumberField("version", entry.version());
  }
}
