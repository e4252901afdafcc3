package dev.rampart.local.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/** What is read and set of a stack, against a stub that answers as AWS's documentation says. */
final class CloudFormationTest {
  private final AwsStub stub = AwsStub.start();
  private final CloudFormation stacks = new CloudFormation(stub.clients());

  CloudFormationTest() throws IOException {}

  @AfterEach
  void stop() {
    stacks.close();
    stub.close();
  }

  @Test
  void a_stack_has_its_state_and_outputs() {
    DeployedStack stack = stacks.find("shop-one").orElseThrow();

    assertThat(stack.status()).isEqualTo("UPDATE_COMPLETE");
    assertThat(stack.hasResources()).isTrue();
    assertThat(stack.outputs()).containsEntry("ApiUrl", "https://api.example/one");
    assertThat(stack.parameters()).containsExactly(Map.entry("Stage", "one"));
    assertThat(stack.changed()).isEqualTo("2026-11-28T12:00:00Z");
  }

  @Test
  void a_stack_that_is_not_there_is_none_and_a_refusal_is_a_refusal() {
    stub.fail("cloudformation:DescribeStacks", 400, "ValidationError", GoodAccount.NO_STACK);
    assertThat(stacks.find("shop-one")).isEmpty();

    stub.fail("cloudformation:DescribeStacks", 403, "AccessDenied", "Not you");
    assertThatThrownBy(() -> stacks.find("shop-one")).isInstanceOf(CloudFormationException.class);
  }

  @Test
  void the_resources_that_are_there_have_their_ids_over_all_pages() {
    stub.answer(
        "cloudformation:ListStackResources",
        """
        <ListStackResourcesResponse><ListStackResourcesResult><StackResourceSummaries>
        <member><LogicalResourceId>Table</LogicalResourceId>
        <PhysicalResourceId>table-1</PhysicalResourceId>
        <ResourceType>AWS::DynamoDB::Table</ResourceType>
        <ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>
        <member><LogicalResourceId>Gone</LogicalResourceId>
        <PhysicalResourceId>gone-1</PhysicalResourceId>
        <ResourceType>AWS::SQS::Queue</ResourceType>
        <ResourceStatus>DELETE_COMPLETE</ResourceStatus></member>
        </StackResourceSummaries></ListStackResourcesResult></ListStackResourcesResponse>
        """);

    assertThat(stacks.resources("shop-one")).containsExactly(Map.entry("Table", "table-1"));
  }

  @Test
  void the_change_set_made_last_is_read() {
    stub.answer(
            "cloudformation:ListChangeSets",
            """
            <ListChangeSetsResponse><ListChangeSetsResult><Summaries>
            <member><ChangeSetId>old</ChangeSetId><CreationTime>2026-11-01T10:00:00Z</CreationTime></member>
            <member><ChangeSetId>new</ChangeSetId><CreationTime>2026-11-02T10:00:00Z</CreationTime></member>
            </Summaries></ListChangeSetsResult></ListChangeSetsResponse>
            """)
        .answer(
            "cloudformation:DescribeChangeSet",
            """
            <DescribeChangeSetResponse><DescribeChangeSetResult><Status>CREATE_COMPLETE</Status><Changes>
            <member><Type>Resource</Type><ResourceChange><Action>Modify</Action>
            <LogicalResourceId>Table</LogicalResourceId>
            <ResourceType>AWS::DynamoDB::Table</ResourceType><Replacement>True</Replacement>
            </ResourceChange></member>
            <member><Type>Resource</Type><ResourceChange><Action>Add</Action>
            <LogicalResourceId>Queue</LogicalResourceId>
            <ResourceType>AWS::SQS::Queue</ResourceType></ResourceChange></member>
            </Changes></DescribeChangeSetResult></DescribeChangeSetResponse>
            """);

    ChangeSet changeSet = stacks.newestChangeSet("shop-one").orElseThrow();

    assertThat(changeSet.id()).isEqualTo("new");
    assertThat(stub.body("cloudformation:DescribeChangeSet")).contains("ChangeSetName=new");
    assertThat(changeSet.changes())
        .containsExactly(
            new PlannedChange("Modify", "Table", "AWS::DynamoDB::Table", "True"),
            new PlannedChange("Add", "Queue", "AWS::SQS::Queue", "False"));
    assertThat(changeSet.changes())
        .extracting(PlannedChange::endsResource)
        .containsExactly(true, false);
  }

  @Test
  void a_change_set_that_failed_has_its_reason() {
    stub.answer(
            "cloudformation:ListChangeSets",
            """
            <ListChangeSetsResponse><ListChangeSetsResult><Summaries>
            <member><ChangeSetId>new</ChangeSetId><CreationTime>2026-11-02T10:00:00Z</CreationTime></member>
            </Summaries></ListChangeSetsResult></ListChangeSetsResponse>
            """)
        .answer("cloudformation:DescribeChangeSet", failed("No updates are to be performed."));

    ChangeSet changeSet = stacks.newestChangeSet("shop-one").orElseThrow();
    assertThat(changeSet.isEmpty()).isTrue();
    assertThat(changeSet.isFaulty()).isFalse();

    stub.answer("cloudformation:DescribeChangeSet", failed("Not this template"));
    changeSet = stacks.newestChangeSet("shop-one").orElseThrow();
    assertThat(changeSet.isFaulty()).isTrue();
    assertThat(changeSet.reason()).isEqualTo("Not this template");
  }

  private static String failed(String reason) {
    return """
    <DescribeChangeSetResponse><DescribeChangeSetResult><Status>FAILED</Status>
    <StatusReason>%s</StatusReason><Changes/>
    </DescribeChangeSetResult></DescribeChangeSetResponse>
    """
        .formatted(reason);
  }

  @Test
  void a_policy_is_set_as_it_is_given() {
    stub.answer("cloudformation:SetStackPolicy", "<SetStackPolicyResponse/>");

    stacks.setPolicy("shop-one", "{\"Statement\":[]}");

    assertThat(stub.body("cloudformation:SetStackPolicy"))
        .contains("StackName=shop-one", "StackPolicyBody=%7B%22Statement%22%3A%5B%5D%7D");
  }
}
