package dev.rampart.local.check.rule.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.access.Statement;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.DeadLetters;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.PolicyStatements;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.model.WatchedMetric;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Queues: encrypted, closed to all but their sender, and nothing that fails is lost. */
final class QueueRules {
  private static final String POLICY = "AWS::SQS::QueuePolicy";
  private static final String KEY = "KmsMasterKeyId";
  private static final String MANAGED = "SqsManagedSseEnabled";
  // The longest that the service keeps a message: two weeks to notice and to redrive.
  private static final int DEAD_LETTER_SECONDS = 14 * 24 * 3600;
  // A long weekend, in which nobody mends the reader.
  private static final int SOURCE_SECONDS_MIN = 4 * 24 * 3600;
  // Fewer receives give up on a throttled reader; more work on a poisoned message again and again.
  private static final int RECEIVES_MIN = 3;
  private static final int RECEIVES_MAX = 10;
  // So long a revoked key still opens messages; below a minute the key is asked for each message.
  private static final int DATA_KEY_SECONDS_MIN = 60;
  private static final int DATA_KEY_SECONDS_MAX = 3600;

  private QueueRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "SQS-01",
            "There is a queue",
            "a check that finds no queue has checked nothing",
            "declare an AWS::SQS::Queue",
            Rules.exists(Types.QUEUE)),
        PostureRule.must(
            "SQS-02",
            "Each queue is encrypted",
            "messages would lie in the clear",
            "KmsMasterKeyId: !Ref of the key",
            QueueRules::encrypted),
        PostureRule.should(
            "SQS-03",
            "Each queue is encrypted with a customer key",
            "nobody could see or end the use of its key",
            "KmsMasterKeyId: !Ref of the key",
            QueueRules::customerKey),
        PostureRule.must(
            "SQS-04",
            "No queue uses the key that AWS manages",
            "its policy cannot be changed, so no service can send to the queue",
            "KmsMasterKeyId: !Ref of the key",
            Rules.each(Types.QUEUE, KEY, key -> !key.asText().contains("alias/aws"))),
        PostureRule.must(
            "SQS-05",
            "Each queue refuses connections without TLS",
            "messages could be read or changed on the way",
            "Effect: Deny, Principal: '*', Action: 'sqs:*', Resource: the queue,"
                + " Condition: {Bool: {'aws:SecureTransport': 'false'}}",
            QueueRules::plainConnections),
        PostureRule.must(
            "SQS-06",
            "No queue is public",
            "anybody could read signals, or drown detection in forged ones",
            "name a service as the principal",
            QueueRules::open),
        PostureRule.must(
            "SQS-07",
            "A service that may use a queue is bound to a source",
            "the same service would do it for any other account's resource",
            "Condition: {ArnEquals: {'aws:SourceArn': the ARN of the sender}}",
            QueueRules::bound),
        PostureRule.must(
            "SQS-08",
            "The key of a queue that the bus sends to lets the bus use it",
            "events would vanish: the bus can neither encrypt for the queue nor say so",
            "allow events.amazonaws.com kms:Decrypt and kms:GenerateDataKey in the key policy",
            QueueRules::busUsesKey),
        PostureRule.must(
            "SQS-09",
            "A dead-letter queue keeps messages for 14 days",
            "a failure would be gone before anybody looks",
            "MessageRetentionPeriod: 1209600",
            (subject, seen) ->
                DeadLetters.of(subject)
                    .forEach(
                        queue ->
                            seen.expect(
                                queue.property("MessageRetentionPeriod").asInt()
                                    == DEAD_LETTER_SECONDS,
                                queue,
                                "MessageRetentionPeriod"))),
        PostureRule.must(
            "SQS-10",
            "Each dead-letter queue has an alarm",
            "failures would wait unseen",
            "declare an alarm on ApproximateNumberOfMessagesVisible with the name of the queue",
            QueueRules::alarms),
        PostureRule.must(
            "SQS-11",
            "What a reader fails on 3 to 10 times goes to a dead-letter queue",
            "one bad message would block or burn the reader until it expires",
            "RedrivePolicy: {deadLetterTargetArn: !GetAtt of a queue, maxReceiveCount: 5}",
            QueueRules::redrives),
        PostureRule.must(
            "SQS-12",
            "The policy of a queue refuses plain connections, lets its sender send, and says"
                + " nothing else",
            "any other statement opens the queue, or locks its sender or reader out",
            "remove the statement, or give it the form of SQS-05 or EVB-11",
            QueueRules::statementsAreKnown),
        PostureRule.must(
            "SQS-13",
            "A dead-letter queue takes from its own source queue alone",
            "any queue of the account could redrive into it, and be redriven out of it",
            "RedriveAllowPolicy: denyAll, or byQueue with the source queue",
            QueueRules::redriveAllowed),
        PostureRule.must(
            "SQS-14",
            "A queue that is read keeps messages for four days at least, and hands them out at"
                + " once",
            "what arrives during a long weekend's fault would expire before it is read",
            "MessageRetentionPeriod: 345600 or more, no DelaySeconds",
            QueueRules::sourcesKeep),
        PostureRule.must(
            "SQS-15",
            "A queue caches its data key for an hour at most",
            "a revoked key would go on opening messages",
            "KmsDataKeyReusePeriodSeconds: 300",
            Rules.each(
                Types.QUEUE,
                "KmsDataKeyReusePeriodSeconds",
                seconds ->
                    seconds.isMissingNode()
                        || Rules.isWithin(seconds, DATA_KEY_SECONDS_MIN, DATA_KEY_SECONDS_MAX))),
        PostureRule.must(
            "SQS-16",
            "A queue has no property that nobody reviewed, and no policy of another type",
            "a delay, a smaller message or another policy changes what arrives, and no rule looks",
            "remove the property or the resource, or review it and add it to the rule",
            QueueRules::nothingElse));
  }

  /** Returns the statements of the policies of a queue. */
  static List<Statement> statements(CheckedTemplate subject, Resource queue) {
    return PolicyStatements.ofType(subject, POLICY).stream()
        .filter(
            statement ->
                Json.list(statement.holder().property("Queues")).stream()
                    .anyMatch(named -> subject.isTarget(named, queue)))
        .toList();
  }

  private static List<Resource> queues(CheckedTemplate subject) {
    return subject.ofType(Types.QUEUE);
  }

  private static void encrypted(CheckedTemplate subject, Examination seen) {
    for (Resource queue : queues(subject)) {
      boolean own = !queue.text(KEY, "").isEmpty();
      JsonNode managed = queue.property(MANAGED);
      seen.expect(own || Json.isTrue(managed), queue, KEY);
      // SQS takes one of the two.
      seen.expect(managed.isMissingNode() || (Json.isTrue(managed) && !own), queue, MANAGED);
    }
  }

  private static void customerKey(CheckedTemplate subject, Examination seen) {
    for (Resource queue : queues(subject)) {
      seen.expect(subject.isTarget(queue.property(KEY), Types.KEY), queue, KEY);
    }
  }

  private static void plainConnections(CheckedTemplate subject, Examination seen) {
    for (Resource queue : queues(subject)) {
      seen.expect(
          statements(subject, queue).stream()
              .anyMatch(statement -> PolicyForms.refusesPlain(statement, queue, "sqs:*")),
          queue);
    }
  }

  private static void open(CheckedTemplate subject, Examination seen) {
    for (Statement statement : PolicyStatements.ofType(subject, POLICY)) {
      seen.expect(!(statement.isAllow() && statement.isForAnybody()), Place.of(statement));
    }
  }

  private static void bound(CheckedTemplate subject, Examination seen) {
    for (Statement statement : PolicyStatements.ofType(subject, POLICY)) {
      if (!statement.services().isEmpty()) {
        seen.expect(PolicyForms.isBound(statement), Place.of(statement));
      }
    }
  }

  private static void busUsesKey(CheckedTemplate subject, Examination seen) {
    for (DeadLetters.Delivery delivery : DeadLetters.ofEvents(subject)) {
      JsonNode key = delivery.queue().property(KEY);
      seen.expect(
          !subject.isTarget(key, Types.KEY)
              || subject
                  .target(key)
                  .filter(
                      found ->
                          KeyRules.lets(
                              subject,
                              found,
                              "events.amazonaws.com",
                              "kms:Decrypt",
                              "kms:GenerateDataKey"))
                  .isPresent(),
          delivery.queue(),
          KEY);
    }
  }

  private static void alarms(CheckedTemplate subject, Examination seen) {
    Set<String> watched =
        WatchedMetric.ofAlarms(subject).stream()
            .filter(metric -> metric.is("AWS/SQS", "ApproximateNumberOfMessagesVisible"))
            .flatMap(metric -> metric.dimensions().values().stream())
            .collect(Collectors.toSet());
    for (Resource queue : DeadLetters.of(subject)) {
      seen.expect(watched.contains(new Symbol(queue.logicalId(), "QueueName").toString()), queue);
    }
  }

  private static void redrives(CheckedTemplate subject, Examination seen) {
    Set<Resource> failures = DeadLetters.of(subject);
    for (Resource queue : queues(subject)) {
      if (!failures.contains(queue)) {
        JsonNode policy = queue.property("RedrivePolicy");
        boolean kept =
            subject
                .target(policy.path("deadLetterTargetArn"))
                .filter(failures::contains)
                .isPresent();
        seen.expect(kept, queue, "RedrivePolicy.deadLetterTargetArn");
        seen.expect(
            Rules.isWithin(policy.path("maxReceiveCount"), RECEIVES_MIN, RECEIVES_MAX),
            queue,
            "RedrivePolicy.maxReceiveCount");
      }
    }
  }

  private static void statementsAreKnown(CheckedTemplate subject, Examination seen) {
    for (Resource queue : queues(subject)) {
      for (Statement statement : statements(subject, queue)) {
        seen.expect(
            PolicyForms.refusesPlain(statement, queue, "sqs:*")
                || letsSenderSend(subject, queue, statement),
            Place.of(statement));
      }
    }
  }

  private static boolean letsSenderSend(
      CheckedTemplate subject, Resource queue, Statement statement) {
    String arn = new Symbol(queue.logicalId(), "Arn").toString();
    List<Resource> senders = PolicyForms.sources(subject, statement);
    return statement.isPlain()
        && statement.isAllow()
        && statement.services().size() == 1
        && statement.isForService(statement.services().getFirst())
        && statement.hasActions("sqs:SendMessage")
        && statement.isAbout(queue)
        && !senders.isEmpty()
        && senders.stream().allMatch(sender -> sender.properties().toString().contains(arn));
  }

  private static void redriveAllowed(CheckedTemplate subject, Examination seen) {
    for (Resource queue : DeadLetters.of(subject)) {
      JsonNode policy = queue.property("RedriveAllowPolicy");
      Set<String> sources = Set.copyOf(Json.texts(policy.path("sourceQueueArns")));
      List<String> names =
          queues(subject).stream()
              .filter(
                  source ->
                      subject.isTarget(
                          Json.at(source.properties(), "RedrivePolicy.deadLetterTargetArn"), queue))
              .map(source -> ":" + source.text("QueueName", source.logicalId()))
              .toList();
      boolean byQueue =
          policy.path("redrivePermission").asText().equals("byQueue")
              && sources.size() == names.size()
              && names.stream()
                  .allMatch(name -> sources.stream().anyMatch(arn -> arn.endsWith(name)));
      boolean denied =
          policy.path("redrivePermission").asText().equals("denyAll") && names.isEmpty();
      seen.expect(byQueue || denied, queue, "RedriveAllowPolicy");
    }
  }

  private static void sourcesKeep(CheckedTemplate subject, Examination seen) {
    Set<Resource> failures = DeadLetters.of(subject);
    for (Resource queue : queues(subject)) {
      if (!failures.contains(queue)) {
        seen.expect(
            Rules.isWithin(
                queue.property("MessageRetentionPeriod"), SOURCE_SECONDS_MIN, DEAD_LETTER_SECONDS),
            queue,
            "MessageRetentionPeriod");
        seen.expect(queue.property("DelaySeconds").asInt(0) == 0, queue, "DelaySeconds");
      }
    }
  }

  private static void nothingElse(CheckedTemplate subject, Examination seen) {
    Rules.none("AWS::SQS::QueueInlinePolicy").examine(subject, seen);
    Rules.only(POLICY, "PolicyDocument", "Queues").examine(subject, seen);
    Rules.only(
            Types.QUEUE,
            KEY,
            "KmsDataKeyReusePeriodSeconds",
            "MessageRetentionPeriod",
            "QueueName",
            "ReceiveMessageWaitTimeSeconds",
            "RedriveAllowPolicy",
            "RedrivePolicy",
            MANAGED,
            "Tags",
            "VisibilityTimeout")
        .examine(subject, seen);
    for (Resource policy : subject.ofType(POLICY)) {
      for (JsonNode queue : Json.list(policy.property("Queues"))) {
        seen.expect(subject.isTarget(queue, Types.QUEUE), Place.of(policy, "Queues"));
      }
    }
  }
}
