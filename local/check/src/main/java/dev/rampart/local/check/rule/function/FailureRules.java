package dev.rampart.local.check.rule.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.access.Statement;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.LambdaFunctions;
import dev.rampart.local.check.model.PolicyStatements;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.List;
import java.util.Set;

/** What becomes of events that a function fails on. */
final class FailureRules {
  private static final String ON_FAILURE = "DestinationConfig.OnFailure.Destination";
  private static final String INVOKE = "EventInvokeConfig";
  private static final String RETRIES = "MaximumRetryAttempts";
  // The service offers 2; none would give up at the first throttle.
  private static final int INVOKE_RETRIES_MIN = 1;
  private static final int INVOKE_RETRIES_MAX = 2;
  // Below ten minutes a deployment loses events; above six hours they are of no use to detection.
  private static final int AGE_SECONDS_MIN = 600;
  private static final int AGE_SECONDS_MAX = 21_600;
  private static final String AGE = "MaximumEventAgeInSeconds";
  // A fault of a second must pass; a poison record must not hold its shard for hours.
  private static final int STREAM_RETRIES_MIN = 3;
  private static final int STREAM_RETRIES_MAX = 50;
  // A quarter of the 24 h that a record lives: the rest is for whoever has to read it again.
  private static final int RECORD_AGE_SECONDS_MAX = 21_600;
  private static final String RECORD_AGE = "MaximumRecordAgeInSeconds";
  // What the service recommends: retries of a batch must not overlap with the next delivery.
  private static final int VISIBILITY_TIMEOUTS = 6;
  // Longer, and a signal waits for its batch instead of being judged.
  private static final int BATCH_WINDOW_SECONDS_MAX = 10;
  private static final int BATCH_SIZE_MAX = 1000;
  private static final Set<String> QUEUE_READER =
      Set.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");
  private static final Set<String> STREAM_READER =
      Set.of("dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:DescribeStream");

  private FailureRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "FN-16",
            "A function that nobody waits for keeps the events that it fails on",
            "a lost event is an attack that nobody hears of",
            "EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS, Destination: …}}}",
            FailureRules::asynchronousFailures),
        PostureRule.should(
            "FN-17",
            "A function that nobody waits for retries within bounds",
            "without bounds events come back for six hours, or not at all",
            "EventInvokeConfig: {MaximumRetryAttempts: 1 or 2,"
                + " MaximumEventAgeInSeconds: 600 to 21600}",
            FailureRules::asynchronousRetries),
        PostureRule.must(
            "FN-26",
            "A stream is read from its start, and keeps what failed while it can still be read",
            "records live for 24 h: what is given up later than six hours is lost before anybody"
                + " could look",
            "StartingPosition: TRIM_HORIZON, BisectBatchOnFunctionError: true,"
                + " MaximumRetryAttempts: 3 to 50, MaximumRecordAgeInSeconds: at most 21600,"
                + " DestinationConfig: {OnFailure: {Type: SQS, Destination: …}}",
            FailureRules::streams),
        PostureRule.must(
            "FN-27",
            "A queue hides what is worked on for six timeouts of its function, and ends in a queue",
            "a message would be worked on twice at once, or for ever",
            "VisibilityTimeout of the queue: six times the Timeout; RedrivePolicy",
            FailureRules::queues),
        PostureRule.must(
            "FN-28",
            "Each event source is on, filters nothing and reports failures item by item",
            "a source that is off loses events in silence; one bad item would repeat the batch",
            "FunctionResponseTypes: [ReportBatchItemFailures]; no Enabled: false, no"
                + " FilterCriteria",
            FailureRules::sources),
        PostureRule.must(
            "FN-29",
            "Whoever names a queue for its failures may write to it",
            "the failure would be lost in silence",
            "sqs:SendMessage on the queue in the role of the function",
            FailureRules::mayKeepFailures),
        PostureRule.must(
            "FN-30",
            "The role of a function may log, trace and read what its configuration says",
            "it would deploy, and then do nothing in silence",
            "logs:CreateLogStream and logs:PutLogEvents on its log group, xray:PutTraceSegments and"
                + " xray:PutTelemetryRecords, the reading actions on its stream or queue",
            FailureRules::mayWork));
  }

  private static void asynchronousFailures(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource function : LambdaFunctions.asynchronous(subject)) {
      String at = INVOKE + "." + ON_FAILURE;
      seen.expect(subject.isTarget(Json.at(function.properties(), at), Types.QUEUE), function, at);
    }
  }

  private static void asynchronousRetries(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource function : LambdaFunctions.asynchronous(subject)) {
      JsonNode config = function.property(INVOKE);
      seen.expect(
          Rules.isWithin(config.path(RETRIES), INVOKE_RETRIES_MIN, INVOKE_RETRIES_MAX),
          function,
          INVOKE + "." + RETRIES);
      seen.expect(
          Rules.isWithin(config.path(AGE), AGE_SECONDS_MIN, AGE_SECONDS_MAX),
          function,
          INVOKE + "." + AGE);
      Rules.only(function, INVOKE, seen, "DestinationConfig", RETRIES, AGE);
      Rules.only(function, INVOKE + ".DestinationConfig", seen, "OnFailure");
    }
  }

  private static void streams(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource source : subject.ofType(Types.MAPPING)) {
      if (!isQueue(subject, source)) {
        seen.expect(
            source.text("StartingPosition", "").equals("TRIM_HORIZON"), source, "StartingPosition");
        seen.expect(
            Rules.isWithin(source.property(RETRIES), STREAM_RETRIES_MIN, STREAM_RETRIES_MAX),
            source,
            RETRIES);
        seen.expect(
            Rules.isWithin(source.property(RECORD_AGE), AGE_SECONDS_MIN, RECORD_AGE_SECONDS_MAX),
            source,
            RECORD_AGE);
        seen.expect(
            Json.isTrue(source.property("BisectBatchOnFunctionError")),
            source,
            "BisectBatchOnFunctionError");
        seen.expect(
            subject.isTarget(Json.at(source.properties(), ON_FAILURE), Types.QUEUE),
            source,
            ON_FAILURE);
      }
    }
  }

  private static void queues(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource source : subject.ofType(Types.MAPPING)) {
      for (Resource queue : subject.target(source.property("EventSourceArn")).stream().toList()) {
        if (queue.type().equals(Types.QUEUE)) {
          int hidden = queue.property("VisibilityTimeout").asInt();
          int timeout =
              LambdaFunctions.called(subject, source.property("FunctionName"))
                  .map(function -> function.property("Timeout").asInt())
                  .orElse(Integer.MAX_VALUE / VISIBILITY_TIMEOUTS);
          seen.expect(hidden >= VISIBILITY_TIMEOUTS * timeout, queue, "VisibilityTimeout");
          seen.expect(queue.properties().has("RedrivePolicy"), queue, "RedrivePolicy");
        }
      }
    }
  }

  private static void sources(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource source : subject.ofType(Types.MAPPING)) {
      seen.expect(!Json.isFalse(source.property("Enabled")), source, "Enabled");
      seen.expect(
          Json.texts(source.property("FunctionResponseTypes"))
              .equals(List.of("ReportBatchItemFailures")),
          source,
          "FunctionResponseTypes");
      seen.expect(
          Rules.isWithin(source.property("BatchSize"), 1, BATCH_SIZE_MAX), source, "BatchSize");
      String window = "MaximumBatchingWindowInSeconds";
      boolean brief =
          source.property(window).isMissingNode()
              || Rules.isWithin(source.property(window), 0, BATCH_WINDOW_SECONDS_MAX);
      seen.expect(brief, source, window);
    }
    Rules.only(
            Types.MAPPING,
            "BatchSize",
            "BisectBatchOnFunctionError",
            "DestinationConfig",
            "Enabled",
            "EventSourceArn",
            "FunctionName",
            "FunctionResponseTypes",
            "MaximumBatchingWindowInSeconds",
            RECORD_AGE,
            RETRIES,
            "ParallelizationFactor",
            "ScalingConfig",
            "StartingPosition")
        .examine(subject, seen);
  }

  private static void mayKeepFailures(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource function : LambdaFunctions.all(subject)) {
      String at = INVOKE + "." + ON_FAILURE;
      mayWrite(subject, function, Json.at(function.properties(), at), function, at, seen);
    }
    for (Resource source : subject.ofType(Types.MAPPING)) {
      JsonNode end = Json.at(source.properties(), ON_FAILURE);
      LambdaFunctions.called(subject, source.property("FunctionName"))
          .ifPresent(function -> mayWrite(subject, function, end, source, ON_FAILURE, seen));
    }
  }

  private static void mayWrite(
      CheckedTemplate subject,
      Resource function,
      JsonNode end,
      Resource holder,
      String at,
      Examination seen) {
    subject
        .target(end)
        .ifPresent(
            queue ->
                seen.expect(may(subject, function, Set.of("sqs:SendMessage"), queue), holder, at));
  }

  private static void mayWork(CheckedTemplate subject, Examination seen) {
    for (Resource function : LambdaFunctions.all(subject)) {
      boolean logs =
          LambdaFunctions.logGroup(subject, function)
              .filter(
                  group ->
                      may(
                          subject,
                          function,
                          Set.of("logs:CreateLogStream", "logs:PutLogEvents"),
                          group))
              .isPresent();
      seen.expect(logs, function, "LoggingConfig.LogGroup");
      boolean traces =
          !function.text("Tracing", "").equals("Active")
              || allowed(subject, function).stream()
                  .anyMatch(
                      statement ->
                          Set.copyOf(statement.actions())
                              .containsAll(
                                  Set.of("xray:PutTraceSegments", "xray:PutTelemetryRecords")));
      seen.expect(traces, function, "Tracing");
    }
    for (Resource source : subject.ofType(Types.MAPPING)) {
      Set<String> actions = isQueue(subject, source) ? QUEUE_READER : STREAM_READER;
      boolean reads =
          LambdaFunctions.called(subject, source.property("FunctionName")).stream()
              .anyMatch(
                  function ->
                      subject.target(source.property("EventSourceArn")).stream()
                          .anyMatch(origin -> may(subject, function, actions, origin)));
      seen.expect(reads, source, "EventSourceArn");
    }
  }

  private static boolean may(
      CheckedTemplate subject, Resource function, Set<String> actions, Resource target) {
    return allowed(subject, function).stream()
        .filter(statement -> statement.conditions().isEmpty())
        .filter(statement -> Set.copyOf(statement.actions()).containsAll(actions))
        .flatMap(statement -> statement.resources().stream())
        .anyMatch(resource -> subject.isTarget(resource, target));
  }

  private static List<Statement> allowed(CheckedTemplate subject, Resource function) {
    return LambdaFunctions.role(subject, function).stream()
        .flatMap(role -> PolicyStatements.ofRole(subject, role).stream())
        .filter(Statement::isAllow)
        .toList();
  }

  private static boolean isQueue(CheckedTemplate subject, Resource source) {
    return subject.isTarget(source.property("EventSourceArn"), Types.QUEUE);
  }
}
