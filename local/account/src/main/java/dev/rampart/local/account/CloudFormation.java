package dev.rampart.local.account;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetSummary;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ListChangeSetsResponse;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/** The stacks of an account. Every method throws what the SDK throws. */
public final class CloudFormation implements AutoCloseable {
  private final AccountClients clients;
  private final CloudFormationClient client;

  public CloudFormation(AwsTarget target) {
    this(new AccountClients(target));
  }

  CloudFormation(AccountClients clients) {
    this.clients = clients;
    this.client = clients.cloudFormation();
  }

  /** Returns a stack; empty if there is none of that name. */
  public Optional<DeployedStack> find(String name) {
    return find(client, name);
  }

  static Optional<DeployedStack> find(CloudFormationClient client, String name) {
    try {
      return client.describeStacks(request -> request.stackName(name)).stacks().stream()
          .findFirst()
          .map(CloudFormation::deployed);
    } catch (CloudFormationException e) {
      // The service has no code of its own for it.
      if (AwsErrors.code(e).equals("ValidationError")
          && AwsErrors.line(e).contains("does not exist")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static DeployedStack deployed(Stack stack) {
    Map<String, String> outputs =
        stack.outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue));
    Map<String, String> parameters =
        stack.parameters().stream()
            .collect(Collectors.toMap(Parameter::parameterKey, Parameter::parameterValue));
    return new DeployedStack(
        stack.stackName(),
        stack.stackStatusAsString(),
        outputs,
        parameters,
        Objects.requireNonNullElse(stack.lastUpdatedTime(), stack.creationTime()));
  }

  /**
   * Returns the resources of a stack that are there: the id that each is known by, by logical id.
   */
  public Map<String, String> resources(String name) {
    return resources(client, name, _ -> true);
  }

  /** As {@link #resources(String)}, those of one type. */
  static Map<String, String> resources(CloudFormationClient client, String name, String type) {
    return resources(client, name, resource -> resource.resourceType().equals(type));
  }

  private static Map<String, String> resources(
      CloudFormationClient client, String name, Predicate<StackResourceSummary> wanted) {
    return client.listStackResourcesPaginator(request -> request.stackName(name)).stream()
        .flatMap(page -> page.stackResourceSummaries().stream())
        .filter(resource -> !resource.resourceStatusAsString().startsWith("DELETE"))
        .filter(resource -> resource.physicalResourceId() != null)
        .filter(wanted)
        .collect(
            Collectors.toMap(
                StackResourceSummary::logicalResourceId, StackResourceSummary::physicalResourceId));
  }

  /** Returns the change set of a stack that was made last; empty if it has none. */
  public Optional<ChangeSet> newestChangeSet(String name) {
    return client.listChangeSetsPaginator(request -> request.stackName(name)).stream()
        .map(ListChangeSetsResponse::summaries)
        .flatMap(List::stream)
        .max(Comparator.comparing(ChangeSetSummary::creationTime))
        .map(summary -> changeSet(summary.changeSetId()));
  }

  private ChangeSet changeSet(String id) {
    List<DescribeChangeSetResponse> pages =
        client.describeChangeSetPaginator(request -> request.changeSetName(id)).stream().toList();
    return new ChangeSet(
        id,
        pages.getFirst().statusAsString(),
        Objects.requireNonNullElse(pages.getFirst().statusReason(), ""),
        pages.stream()
            .map(DescribeChangeSetResponse::changes)
            .flatMap(List::stream)
            .map(change -> change(change.resourceChange()))
            .toList());
  }

  private static PlannedChange change(ResourceChange change) {
    return new PlannedChange(
        change.actionAsString(),
        change.logicalResourceId(),
        change.resourceType(),
        change.replacementAsString() == null ? "False" : change.replacementAsString());
  }

  /** Says what an update of a stack may do to its resources. */
  public void setPolicy(String name, String policy) {
    var _ = client.setStackPolicy(request -> request.stackName(name).stackPolicyBody(policy));
  }

  @Override
  public void close() {
    clients.close();
  }
}
