package dev.rampart.adapter.in.apigateway.submission;

import dev.rampart.adapter.in.apigateway.body.BodySchema;
import dev.rampart.adapter.in.apigateway.body.JsonBodyReader;
import dev.rampart.adapter.in.apigateway.http.ApiVersion;
import dev.rampart.adapter.in.apigateway.http.MediaType;
import dev.rampart.adapter.in.apigateway.router.CursorCodec;
import dev.rampart.adapter.in.apigateway.router.Endpoint;
import dev.rampart.adapter.in.apigateway.router.EndpointHandler;
import dev.rampart.domain.common.Secret;
import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.submission.Position;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The one table of what a client can ask about submissions: methods, paths, scopes, parameters. */
public final class SubmissionEndpoints {

  static final String SUBMISSIONS = ApiVersion.PREFIX + "/submissions";
  private static final String SUBMISSION = SUBMISSIONS + "/{id}";
  private static final String REVIEW = SUBMISSION + "/review";
  private static final String REVIEW_QUEUE = ApiVersion.PREFIX + "/review-queue";

  private static final String READ_SCOPE = "rampart/submissions.read";
  private static final String WRITE_SCOPE = "rampart/submissions.write";
  private static final String REVIEW_SCOPE = "rampart/submissions.review";

  private SubmissionEndpoints() {}

  /**
   * Returns the endpoints. Loads the schemas of their bodies, so that no request waits for them.
   *
   * @param secret signs the cursors of lists; asked for when one is first written or read
   */
  public static List<Endpoint> of(
      SubmissionUseCases useCases,
      Inspector inspector,
      Supplier<Secret> secret,
      InstantSource clock) {
    CursorCodec<Position> cursors = new CursorCodec<>(new PositionBytes(), secret, clock);
    JsonBodyReader create = bodies(MediaType.JSON, "create", inspector);
    JsonBodyReader patch = bodies(MediaType.MERGE_PATCH, "amend", inspector);
    JsonBodyReader review = bodies(MediaType.JSON, "review", inspector);
    return List.of(
        endpoint("POST", SUBMISSIONS, WRITE_SCOPE, new CreateHandler(useCases.create(), create)),
        list(SUBMISSIONS, READ_SCOPE, new ListHandler(useCases.list(), cursors)),
        endpoint("GET", SUBMISSION, READ_SCOPE, new ReadHandler(useCases.read())),
        endpoint("PATCH", SUBMISSION, WRITE_SCOPE, new AmendHandler(useCases.amend(), patch)),
        endpoint("DELETE", SUBMISSION, WRITE_SCOPE, new WithdrawHandler(useCases.withdraw())),
        endpoint("POST", REVIEW, REVIEW_SCOPE, new ReviewHandler(useCases.review(), review)),
        list(REVIEW_QUEUE, REVIEW_SCOPE, new ReviewQueueHandler(useCases.reviewQueue(), cursors)));
  }

  private static JsonBodyReader bodies(String mediaType, String schema, Inspector inspector) {
    return new JsonBodyReader(
        mediaType, BodySchema.load(SubmissionEndpoints.class, schema + ".schema.json"), inspector);
  }

  private static Endpoint endpoint(
      String method, String path, String scope, EndpointHandler handler) {
    return new Endpoint(method, path, Optional.of(scope), Set.of(), handler);
  }

  private static Endpoint list(String path, String scope, EndpointHandler handler) {
    return new Endpoint("GET", path, Optional.of(scope), SubmissionPage.PARAMETERS, handler);
  }
}
