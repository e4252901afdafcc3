package dev.rampart.local.access;

import dev.rampart.local.template.PseudoParameters;
import dev.rampart.local.template.Resource;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what in the stack of a template.
 *
 * @param roles of the functions, schedules, rules and APIs, by the logical ids of those
 * @param holders the roles in the template, by their own logical ids
 * @param keys the ARN of the key that encrypts a resource, by the ARN of the resource
 * @param resources all resources of the template that have an ARN, by it; whoever makes others in a
 *     run has not written a policy for them
 */
public record AccessPlan(
    PseudoParameters stack,
    Map<String, Principal.Role> roles,
    Map<String, Resource> holders,
    AccessPolicies policies,
    Map<String, String> keys,
    Map<String, Resource> resources) {
  private static final String SEND = "sqs:SendMessage";
  private static final String PUBLISH = "sns:Publish";

  /** What writes under a key, so makes a data key of it. */
  private static final Set<String> ENCRYPTING = Set.of(SEND, PUBLISH);

  /** What a role is asked for by way of a service that reads an item, a message or a secret. */
  private static final Set<String> DECRYPTING =
      Set.of(
          "dynamodb:BatchGetItem",
          "dynamodb:BatchWriteItem",
          "dynamodb:ConditionCheckItem",
          "dynamodb:DeleteItem",
          "dynamodb:GetItem",
          "dynamodb:GetRecords",
          "dynamodb:PutItem",
          "dynamodb:Query",
          "dynamodb:Scan",
          "dynamodb:UpdateItem",
          "secretsmanager:GetSecretValue",
          "sqs:ReceiveMessage",
          SEND,
          PUBLISH);

  /** Takes copies. */
  public AccessPlan {
    roles = Map.copyOf(roles);
    holders = Map.copyOf(holders);
    keys = Map.copyOf(keys);
    resources = Map.copyOf(resources);
  }

  /**
   * Returns the ARN of the role of a function, a schedule, a rule or an API.
   *
   * @throws IllegalArgumentException if none of them has a role
   */
  public String roleArn(String logicalId) {
    return role(logicalId).arn();
  }

  /** Returns the role itself, in the same way. */
  Principal.Role role(String logicalId) {
    return Optional.ofNullable(roles.get(logicalId))
        .orElseThrow(() -> new IllegalArgumentException("There is no role of " + logicalId + "."));
  }

  /**
   * Returns all requests that a request makes: itself, and those for the key that encrypts its
   * resource. The role of the caller is asked for the key (DynamoDB Developer Guide, "DynamoDB
   * encryption at rest: usage notes"; SQS and SNS Developer Guides, "Key management"; Secrets
   * Manager User Guide, "Secret encryption and decryption").
   */
  public List<AccessRequest> expanded(AccessRequest request) {
    List<AccessRequest> all = new ArrayList<>();
    all.add(request);
    Optional<String> key = keyOf(request.resource());
    if (key.isPresent() && DECRYPTING.contains(request.action())) {
      String service = request.action().substring(0, request.action().indexOf(':'));
      Map<String, List<String>> context = new HashMap<>(EncryptionContext.of(request.resource()));
      context.put(
          ContextKeys.KMS_VIA_SERVICE, List.of(service + "." + stack.region() + ".amazonaws.com"));
      context.put(ContextKeys.KMS_CALLER_ACCOUNT, List.of(stack.accountId()));
      if (ENCRYPTING.contains(request.action())) {
        all.add(new AccessRequest("kms:GenerateDataKey", key.get(), context));
      }
      all.add(new AccessRequest("kms:Decrypt", key.get(), context));
    }
    return all;
  }

  /** Returns the key that encrypts a resource, or what it is a part of. */
  public Optional<String> keyOf(String resource) {
    if (keys.containsKey(resource)) {
      return Optional.of(keys.get(resource));
    }
    int part = resource.indexOf('/', resource.indexOf('/') + 1);
    return Optional.ofNullable(keys.get(part < 0 ? resource : resource.substring(0, part)));
  }

  /** Returns the ARN of the resource of the template that an ARN is, or is a part of. */
  Optional<String> known(String arn) {
    return resources.containsKey(arn)
        ? Optional.of(arn)
        : resources.keySet().stream()
            .filter(known -> arn.startsWith(known + "/") || arn.startsWith(known + ":"))
            .findFirst();
  }

  /** Returns the resource in which what a request lacks is to be written. */
  Optional<Resource> holder(Principal principal, AccessRequest request) {
    return switch (principal) {
      case Principal.Role role -> Optional.ofNullable(holders.get(role.logicalId()));
      case Principal.Service service ->
          policies.holder(service, request).or(() -> known(request.resource()).map(resources::get));
    };
  }

  /** Returns the circumstances in which a function calls on AWS: over TLS, as its role. */
  public Map<String, List<String>> contextOf(Principal.Role role, InstantSource clock) {
    Map<String, List<String>> context = common(clock);
    context.put(ContextKeys.PRINCIPAL_ARN, List.of(role.arn()));
    context.put(ContextKeys.PRINCIPAL_ACCOUNT, List.of(stack.accountId()));
    context.put(ContextKeys.PRINCIPAL_TYPE, List.of("AssumedRole"));
    context.put(ContextKeys.IS_SERVICE, List.of("false"));
    context.put(ContextKeys.VIA_SERVICE, List.of("false"));
    return context;
  }

  /** Returns the circumstances in which a service calls for a resource of the stack. */
  public Map<String, List<String>> contextOf(
      Principal.Service service, String sourceArn, InstantSource clock) {
    Map<String, List<String>> context = common(clock);
    context.put(ContextKeys.IS_SERVICE, List.of("true"));
    context.put(ContextKeys.SERVICE_NAME, List.of(service.name()));
    context.put(ContextKeys.SOURCE_ARN, List.of(sourceArn));
    context.put(ContextKeys.SOURCE_ACCOUNT, List.of(stack.accountId()));
    return context;
  }

  private Map<String, List<String>> common(InstantSource clock) {
    Map<String, List<String>> context = new HashMap<>();
    context.put(ContextKeys.SECURE_TRANSPORT, List.of("true"));
    context.put(ContextKeys.REGION, List.of(stack.region()));
    context.put(
        ContextKeys.CURRENT_TIME,
        List.of(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));
    context.put(ContextKeys.EPOCH_TIME, List.of(Long.toString(clock.instant().getEpochSecond())));
    return context;
  }
}
