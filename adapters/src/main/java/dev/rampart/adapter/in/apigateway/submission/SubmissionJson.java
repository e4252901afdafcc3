package dev.rampart.adapter.in.apigateway.submission;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rampart.adapter.in.apigateway.http.JsonText;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.submission.Content;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Submissions as clients read them. */
final class SubmissionJson {

  private SubmissionJson() {}

  /** Returns the strong entity tag: it changes with every version and with nothing else. */
  static String etag(Submission submission) {
    return "\"" + submission.record().version().value() + "\"";
  }

  /** Returns a reply that holds one submission. */
  static Reply reply(int status, Submission submission) {
    return Reply.json(status, JsonText.object(json -> members(json, submission)))
        .with("ETag", etag(submission));
  }

  /** Returns a reply that holds a page of submissions. */
  static Reply reply(List<Submission> submissions, Optional<String> cursor) {
    return Reply.json(
        200,
        JsonText.object(
            json -> {
              json.writeArrayFieldStart("items");
              for (Submission submission : submissions) {
                json.writeStartObject();
                json.writeStringField("etag", etag(submission));
                json.writeObjectFieldStart("submission");
                members(json, submission);
                json.writeEndObject();
                json.writeEndObject();
              }
              json.writeEndArray();
              if (cursor.isPresent()) {
                json.writeStringField("nextCursor", cursor.get());
              }
            }));
  }

  private static void members(JsonGenerator json, Submission submission) throws IOException {
    SubmissionRecord record = submission.record();
    Content content = record.content();
    json.writeStringField("id", record.id().value());
    json.writeStringField("status", submission.status().wireName());
    json.writeStringField("title", content.title());
    json.writeStringField("description", content.description());
    json.writeStringField("category", content.category().wireName());
    json.writeStringField("contactEmail", content.contactEmail().value());
    json.writeArrayFieldStart("tags");
    for (String tag : content.tags()) {
      json.writeString(tag);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("details");
    for (Map.Entry<String, String> detail : content.details().entrySet()) {
      json.writeStringField(detail.getKey(), detail.getValue());
    }
    json.writeEndObject();
    json.writeStringField("receivedAt", Rfc3339.format(record.receivedAt()));
    json.writeStringField("updatedAt", Rfc3339.format(record.updatedAt()));
    if (submission instanceof Submission.Reviewed reviewed) {
      json.writeObjectFieldStart("review");
      json.writeStringField("reason", reviewed.review().reason());
      json.writeStringField("reviewedAt", Rfc3339.format(reviewed.review().at()));
      json.writeEndObject();
    }
  }
}
