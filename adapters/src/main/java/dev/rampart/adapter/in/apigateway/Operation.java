package dev.rampart.adapter.in.apigateway;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a client can ask for: the one table of methods, paths, scopes and query parameters. */
enum Operation {
  CREATE("POST", Paths.SUBMISSIONS, Scopes.WRITE, false),
  LIST("GET", Paths.SUBMISSIONS, Scopes.READ, true),
  READ("GET", Paths.SUBMISSION, Scopes.READ, false),
  AMEND("PATCH", Paths.SUBMISSION, Scopes.WRITE, false),
  WITHDRAW("DELETE", Paths.SUBMISSION, Scopes.WRITE, false),
  REVIEW("POST", "/v1/submissions/{id}/review", Scopes.REVIEW, false),
  REVIEW_QUEUE("GET", "/v1/review-queue", Scopes.REVIEW, true),
  OPENAPI("GET", "/v1/openapi.json", Scopes.NONE, false),
  HEALTH("GET", "/v1/health", Scopes.NONE, false);

  private static final Set<String> PAGE = Set.of("limit", "cursor", "status");

  private final String method;
  private final String resource;
  private final String scope;
  private final boolean paged;

  Operation(String method, String resource, String scope, boolean paged) {
    this.method = method;
    this.resource = resource;
    this.scope = scope;
    this.paged = paged;
  }

  /** Returns the operation that a request is for; HEAD is a GET without the body. */
  static Optional<Operation> of(ProxyEvent event) {
    var method = event.method().equals("HEAD") ? "GET" : event.method();
    return Arrays.stream(values())
        .filter(one -> one.method.equals(method) && one.resource.equals(event.resource()))
        .findFirst();
  }

  /** The HTTP method. */
  String method() {
    return method;
  }

  /** The template of the path. */
  String resource() {
    return resource;
  }

  /** The scope that a token must have; empty for an operation that takes no token. */
  Optional<String> scope() {
    return scope.isEmpty() ? Optional.empty() : Optional.of(scope);
  }

  /** The names that may stand in the query, each once. */
  Set<String> parameters() {
    return paged ? PAGE : Set.of();
  }

  private static final class Paths {
    static final String SUBMISSIONS = "/v1/submissions";
    static final String SUBMISSION = "/v1/submissions/{id}";
  }

  private static final class Scopes {
    static final String NONE = "";
    static final String READ = "rampart/submissions.read";
    static final String WRITE = "rampart/submissions.write";
    static final String REVIEW = "rampart/submissions.review";
  }
}
