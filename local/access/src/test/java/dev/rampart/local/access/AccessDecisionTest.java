package dev.rampart.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rampart.local.template.Properties;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import dev.rampart.local.template.source.TemplateException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pages on policy evaluation, condition operators and the element Resource of the IAM guide.
 */
final class AccessDecisionTest {
  private static final String ACCOUNT = "000000000000";
  private static final String QUEUE = "arn:aws:sqs:eu-west-1:" + ACCOUNT + ":q";
  private static final String KEY = "arn:aws:kms:eu-west-1:" + ACCOUNT + ":key/k";
  private static final Principal.Role ROLE = new Principal.Role("Role", "r", ACCOUNT, "f");
  private static final String ALLOW = "Effect: Allow, Action: 'sqs:*', Resource: '*'";

  /** A role with statements, and a queue with its policy. */
  private static Stack stack(String ofRole, String ofQueue) {
    return Template.read(
            "t.yaml",
            """
            AWSTemplateFormatVersion: '2010-09-09'
            Resources:
              Role:
                Type: AWS::IAM::Role
                Properties:
                  RoleName: r
                  AssumeRolePolicyDocument: {Statement: [
                    {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}]}
                  Policies:
                  - PolicyName: p
                    PolicyDocument:
                      Version: '2012-10-17'
                      Statement: [%s]
              Queue:
                Type: AWS::SQS::Queue
                Properties: {QueueName: q}
              QueuePolicy:
                Type: AWS::SQS::QueuePolicy
                Properties:
                  Queues: [!Ref Queue]
                  PolicyDocument:
                    Version: '2012-10-17'
                    Statement: [%s]
            """
                .formatted(ofRole, ofQueue))
        .stack(Map.of());
  }

  private static AccessPlan plan(String ofRole, String ofQueue) {
    Stack stack = stack(ofRole, ofQueue);
    List<Properties> taken =
        stack.resources().stream()
            .filter(resource -> AccessReader.takes(resource.type()))
            .map(Resource::read)
            .toList();
    return AccessReader.read(stack, taken);
  }

  private static boolean allows(String ofRole, String ofQueue, AccessRequest request) {
    return plan(ofRole, ofQueue).policies().decide(ROLE, request) instanceof AccessDecision.Allowed;
  }

  private static boolean holds(String condition, String... context) {
    Map<String, List<String>> values = new HashMap<>();
    for (String key : context) {
      String[] parts = key.split("=", 2);
      values.put(parts[0], Arrays.asList(parts[1].split("\\|", -1)));
    }
    return allows(
        "{" + ALLOW + ", Condition: {" + condition + "}}",
        "",
        new AccessRequest("sqs:SendMessage", QUEUE, values));
  }

  private static AccessRequest sending() {
    return new AccessRequest("sqs:SendMessage", QUEUE, Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sqs:SendMessage          | true",
        "SQS:sendmessage          | true",
        "sqs:Send*                | true",
        "sqs:?endMessage          | true",
        "'*'                      | true",
        "sqs:ReceiveMessage       | false",
        "sqs:SendMessageBatch     | false"
      })
  void an_action_is_compared_in_any_case_with_wildcards(String action, boolean allowed) {
    assertThat(allows("{Effect: Allow, Action: '" + action + "', Resource: '*'}", "", sending()))
        .isEqualTo(allowed);
    assertThat(allows("{Effect: Allow, NotAction: '" + action + "', Resource: '*'}", "", sending()))
        .isEqualTo(!allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "arn:aws:sqs:eu-west-1:000000000000:q   | true",
        "arn:aws:sqs:eu-west-1:000000000000:Q   | false",
        "arn:aws:sqs:*:000000000000:q           | true",
        "arn:aws:sqs:*:q                        | true",
        "arn:aws:sqs:eu*1:000000000000:?        | true",
        "arn:aws:s*q                            | false",
        "arn:aws:sqs:*                          | true",
        "arn:aws:sqs:eu-west-1:?????????????:q  | false",
        "arn:aws:sqs:eu-west-1:${aws:PrincipalAccount}:q | true",
        "arn:aws:sqs:eu-west-1:000000000000:${aws:username, 'q'} | true",
        "arn:aws:sqs:eu-west-1:000000000000:${aws:username}      | false",
        "arn:aws:sqs:eu-west-1:000000000000:${*}                 | false"
      })
  void a_resource_keeps_its_case_and_wildcards_their_segment(String resource, boolean allowed) {
    AccessRequest request = sending().with(Map.of("aws:principalaccount", List.of(ACCOUNT)));
    String rest = "Resource: '" + resource.replace("'", "''") + "'}";

    assertThat(allows("{Effect: Allow, Action: 'sqs:*', " + rest, "", request)).isEqualTo(allowed);
    assertThat(allows("{Effect: Allow, Action: 'sqs:*', Not" + rest, "", request))
        .isEqualTo(!allowed);
  }

  @Test
  void what_nobody_allows_is_refused_and_an_explicit_deny_comes_first() {
    String deny = "{Effect: Deny, Action: sqs:SendMessage, Resource: '*'}";
    String denyHere = "{Effect: Deny, Principal: '*', Action: 'sqs:*', Resource: '" + QUEUE + "'}";

    assertThat(allows("", "", sending())).isFalse();
    assertThat(allows("{" + ALLOW + "}", "", sending())).isTrue();
    assertThat(allows("{" + ALLOW + "}," + deny, "", sending())).isFalse();
    assertThat(allows(deny + ",{" + ALLOW + "}", "", sending())).isFalse();
    assertThat(allows("{" + ALLOW + "}", denyHere, sending())).isFalse();
    assertThat(plan("{" + ALLOW + "}", denyHere).policies().decide(ROLE, sending()))
        .isInstanceOfSatisfying(
            AccessDecision.Refused.class,
            refused ->
                assertThat(refused.why())
                    .isEqualTo("with an explicit deny in a resource-based policy"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'*'                                                     ; true",
        "{AWS: 'arn:aws:iam::000000000000:role/r'}               ; true",
        "{AWS: 'arn:aws:sts::000000000000:assumed-role/r/f'}     ; true",
        "{AWS: 'arn:aws:sts::000000000000:assumed-role/r/other'} ; false",
        "{AWS: 'arn:aws:iam::000000000000:root'}                 ; false",
        "{Service: events.amazonaws.com}                         ; false"
      })
  void a_resource_allows_whom_it_names_without_the_role(String principal, boolean allowed) {
    String policy = "{Effect: Allow, Principal: " + principal + ", Action: 'sqs:*'}";

    assertThat(allows("", policy, sending())).isEqualTo(allowed);
  }

  @Test
  void a_deny_for_the_account_is_for_all_of_its_roles() {
    String deny = "{Effect: Deny, Principal: {AWS: '" + ACCOUNT + "'}, Action: 'sqs:*'}";

    assertThat(allows("{" + ALLOW + "}", deny, sending())).isFalse();
  }

  @Test
  void a_service_needs_the_policy_of_the_resource() {
    Principal.Service events = new Principal.Service("events.amazonaws.com");
    String policy =
        "{Effect: Allow, Principal: {Service: events.amazonaws.com}, Action: sqs:SendMessage,"
            + " Condition: {ArnEquals: {aws:SourceArn: 'arn:aws:events:eu-west-1:1:rule/b/*'}}}";
    AccessRequest request =
        sending().with(Map.of("aws:sourcearn", List.of("arn:aws:events:eu-west-1:1:rule/b/r")));

    assertThat(plan("{" + ALLOW + "}", "").policies().decide(events, request))
        .isInstanceOf(AccessDecision.Refused.class);
    assertThat(plan("", policy).policies().decide(events, request))
        .isInstanceOf(AccessDecision.Allowed.class);
    assertThat(plan("", policy).policies().decide(events, sending()))
        .isInstanceOf(AccessDecision.Refused.class);
  }

  @Test
  void a_key_asks_the_role_only_if_its_policy_names_the_account() {
    AccessRequest decrypt = new AccessRequest("kms:Decrypt", KEY, Map.of());

    assertThat(allows("{Effect: Allow, Action: kms:Decrypt, Resource: '*'}", "", decrypt))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "StringEquals: {events:source: [a, b]}                ; events:source=b     ; true",
        "StringEquals: {events:source: [a, b]}                ; events:source=c     ; false",
        "StringEquals: {events:source: a}                     ; EVENTS:Source=a     ; true",
        "StringEquals: {events:source: 'a*'}                  ; events:source=ab    ; false",
        "StringLike: {events:source: 'a*'}                    ; events:source=ab    ; true",
        "StringLike: {events:source: 'a${*}'}                 ; events:source=ab    ; false",
        "StringLike: {events:source: 'a${*}'}                 ; events:source=a*    ; true",
        "StringEqualsIgnoreCase: {events:source: A}           ; events:source=a     ; true",
        "StringNotEquals: {events:source: [a, b]}             ; events:source=b     ; false",
        "StringNotEquals: {events:source: [a, b]}             ; events:source=c     ; true",
        "StringEquals: {events:source: a}                     ; aws:x=a             ; false",
        "StringNotEquals: {events:source: a}                  ; aws:x=a             ; true",
        "StringEqualsIfExists: {events:source: a}             ; aws:x=a             ; true",
        "StringEqualsIfExists: {events:source: a}             ; events:source=b     ; false",
        "'Null': {events:source: 'true'}                      ; aws:x=a             ; true",
        "'Null': {events:source: 'false'}                     ; aws:x=a             ; false",
        "'Null': {events:source: 'false'}                     ; events:source=a     ; true",
        "'ForAllValues:StringEquals': {events:source: [a, b]} ; events:source=a|b   ; true",
        "'ForAllValues:StringEquals': {events:source: [a, b]} ; events:source=a|c   ; false",
        "'ForAllValues:StringEquals': {events:source: a}      ; aws:x=a             ; true",
        "'ForAnyValue:StringEquals': {events:source: a}       ; events:source=c|a   ; true",
        "'ForAnyValue:StringEquals': {events:source: a}       ; aws:x=a             ; false",
        "'ForAnyValue:StringNotEquals': {events:source: a}    ; aws:x=a             ; false",
        "Bool: {aws:SecureTransport: 'TRUE'}                  ; aws:securetransport=true ; true",
        "BoolIfExists: {aws:PrincipalIsAWSService: false}     ; aws:x=a             ; true",
        "NumericLessThan: {aws:EpochTime: 10}                 ; aws:epochtime=9     ; true",
        "NumericLessThan: {aws:EpochTime: 10}                 ; aws:epochtime=10    ; false",
        "NumericGreaterThanEquals: {aws:EpochTime: 10}        ; aws:epochtime=10.0  ; true",
        "NumericNotEquals: {aws:EpochTime: 10}                ; aws:epochtime=10    ; false",
        "NumericEquals: {aws:EpochTime: 10}                   ; aws:epochtime=x     ; false",
        "DateGreaterThan: {aws:CurrentTime: '2026-01-01'}     ;"
            + " aws:currenttime=2026-01-01T00:00:01Z ; true",
        "DateLessThan: {aws:CurrentTime: '2026-01-01T00:00:00Z'} ;"
            + " aws:currenttime=2026-01-01T00:00:01Z ; false",
        "ArnLike: {aws:SourceArn: 'arn:aws:logs:*:1:log-group:*'} ;"
            + " aws:sourcearn=arn:aws:logs:r:1:log-group:a:* ; true",
        "ArnEquals: {aws:SourceArn: 'arn:aws:logs:*:x'}       ; aws:sourcearn=arn:aws:logs:r:1:x ;"
            + " false",
        "ArnNotLike: {aws:SourceArn: 'arn:aws:logs:*:1:x'}    ; aws:sourcearn=arn:aws:logs:r:1:x ;"
            + " false",
        "StringLike: {aws:PrincipalArn: '*${aws:PrincipalAccount}*'} ; aws:principalarn=arn:1:x ;"
            + " false"
      })
  void a_condition_holds_as_its_operator_says(String condition, String context, boolean holds) {
    assertThat(holds(condition, context)).isEqualTo(holds);
  }

  @Test
  void all_tests_of_a_condition_have_to_hold() {
    String both = "StringEquals: {events:source: a, events:detail-type: b}";

    assertThat(holds(both, "events:source=a", "events:detail-type=b")).isTrue();
    assertThat(holds(both, "events:source=a", "events:detail-type=c")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "StringEquals: {aws:SourceVpc: a}            ; asks for aws:sourcevpc",
        "StringSounds: {events:source: a}            ; has an operator unknown",
        "'ForSome:StringEquals': {events:source: a}  ; has an operator unknown",
        "NumericEquals: {aws:EpochTime: a}           ; has a value",
        "StringEquals: {events:source: '${aws:PrincipalTag/x}'} ; asks for aws:principaltag/x",
        "StringEquals: {kms:ViaService: sqs}         ; has a value"
      })
  void what_cannot_be_evaluated_is_refused_with_its_line(String condition, String fault) {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> plan("{" + ALLOW + ", Condition: {" + condition + "}}", ""))
        .withMessageMatching("t.yaml:[0-9]+: Role.Policies.0.PolicyDocument.Statement.0.*")
        .withMessageContaining(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'*'                           ; Principal is no element of a policy of a role",
        "{AWS: '*'}                    ; Principal is no element of a policy of a role",
        "{Service: lambda.amazonaws.com} ; Principal is no element of a policy of a role"
      })
  void a_policy_of_a_role_names_nobody(String principal, String fault) {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> plan("{" + ALLOW + ", Principal: " + principal + "}", ""))
        .withMessageMatching("t.yaml:[0-9]+: Role.Policies.0.PolicyDocument.Statement.0." + fault);
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> plan("{" + ALLOW + ", NotPrincipal: " + principal + "}", ""))
        .withMessageContaining("NotPrincipal is no element of a policy of a role");
  }

  @Test
  void a_policy_of_a_resource_names_somebody() {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> plan("{" + ALLOW + "}", "{" + ALLOW + "}"))
        .withMessageMatching(
            "t.yaml:[0-9]+: QueuePolicy.PolicyDocument.Statement.0.Principal is missing");
  }

  @Test
  void a_trust_policy_names_no_resource() {
    String text =
        """
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: {Statement: [
                {Effect: Allow, Principal: {Service: a.amazonaws.com}, Action: sts:AssumeRole,
                 Resource: '*'}]}
        """;
    Stack stack = Template.read("t.yaml", text).stack(Map.of());

    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> AccessReader.read(stack, List.of(stack.get("Role").read())))
        .withMessageMatching(
            "t.yaml:[0-9]+: Role.AssumeRolePolicyDocument.Statement.0.Resource is no element of a"
                + " trust policy");
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:sqs:r:1:q,aws:sqs:arn,arn:aws:sqs:r:1:q",
    "arn:aws:sns:r:1:t,aws:sns:topicarn,arn:aws:sns:r:1:t",
    "arn:aws:dynamodb:r:1:table/t/stream/2026,aws:dynamodb:tablename,t",
    "arn:aws:dynamodb:r:1:table/t,aws:dynamodb:subscriberid,1",
    "arn:aws:events:r:1:event-bus/b,aws:events:event-bus:arn,arn:aws:events:r:1:event-bus/b",
    "arn:aws:logs:r:1:log-group:g,aws:logs:arn,arn:aws:logs:r:1:log-group:g",
    "arn:aws:secretsmanager:r:1:secret:s,secretarn,arn:aws:secretsmanager:r:1:secret:s"
  })
  void a_service_binds_what_it_encrypts_to_its_resource(String arn, String name, String value) {
    Map<String, List<String>> context = EncryptionContext.of(arn);

    assertThat(context).containsEntry("kms:encryptioncontext:" + name, List.of(value));
    assertThat(context.keySet()).allMatch(ContextKeys::isKnown);
    assertThat(EncryptionContext.of("no arn")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24,192.0.2.255,true",
    "192.0.2.0/24,192.0.3.0,false",
    "192.0.2.1,192.0.2.1,true",
    "2001:db8::/32,2001:db8:1::1,true",
    "2001:db8::/32,192.0.2.1,false",
    "0.0.0.0/0,192.0.2.1,true",
    "192.0.2.0/33,192.0.2.0,false",
    "192.0.2.0/024,192.0.2.0,false",
    "localhost,127.0.0.1,false"
  })
  void an_address_lies_in_a_range(String range, String address, boolean inside) {
    assertThat(AddressRange.contains(range, address)).isEqualTo(inside);
  }
}
