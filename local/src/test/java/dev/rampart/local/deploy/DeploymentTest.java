package dev.rampart.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.local.account.AwsTarget;
import dev.rampart.local.account.ChangeSet;
import dev.rampart.local.account.DeployedStack;
import dev.rampart.local.account.Outcome;
import dev.rampart.local.account.PlannedChange;
import dev.rampart.local.template.PseudoParameters;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import dev.rampart.local.template.source.TemplateException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * What deploying and taking down tell SAM and a person, with a SAM that writes down what it hears.
 */
final class DeploymentTest {
  private static final Path ROOT = Path.of(System.getProperty("rampart.root", ""));
  private static final AwsTarget TARGET =
      new AwsTarget("eu-west-1", Optional.of("work"), Optional.empty());
  private static final Deployment.Mode PLAIN = new Deployment.Mode(false, true, false, List.of());
  private static final String STACK = "rampart-dev";

  @TempDir private Path folder;

  private final StringWriter printed = new StringWriter();
  private FakeAccount account;
  private Predicate<Map<String, String>> holdsTheRules = _ -> true;
  private Map<String, String> parameters = new LinkedHashMap<>(Map.of("Stage", "dev"));

  @BeforeEach
  void a_sam_that_writes_down_what_it_hears() throws IOException {
    account = new FakeAccount(told());
    sam("exit 0");
    Template template = Template.read(ROOT.resolve("template.yaml"));
    Files.copy(ROOT.resolve("template.yaml"), folder.resolve("template.yaml"));
    for (Resource function : template.stack(Map.of()).ofType("AWS::Serverless::Function")) {
      Path jar = folder.resolve(function.text("CodeUri", ""));
      Files.createDirectories(jar.getParent());
      Files.createFile(jar);
    }
  }

  private Path told() {
    return folder.resolve("told");
  }

  private void sam(String end) throws IOException {
    Path sam = folder.resolve("sam");
    Files.writeString(sam, "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"" + told() + "\"\n" + end + "\n");
    Files.setPosixFilePermissions(sam, PosixFilePermissions.fromString("rwx------"));
  }

  private void deploy(Deployment.Mode mode) throws IOException, InterruptedException {
    new Deployment(
            Sam.find(folder.toString()),
            account,
            TARGET,
            folder,
            STACK,
            (_, values) -> holdsTheRules.test(values),
            folder.toString(),
            new PrintWriter(printed, true))
        .run(parameters, mode);
  }

  private List<String> heard() throws IOException {
    return Files.readAllLines(told());
  }

  @Test
  void sam_hears_stack_capabilities_target_and_parameters() throws Exception {
    parameters.put("AlarmEmail", "");
    parameters.put("CallbackUrl", "https://a.example/x?q=\"a\"");

    deploy(PLAIN);

    assertThat(heard())
        .containsExactlyInAnyOrder(
            "deploy",
            "--template-file",
            "template.yaml",
            "--stack-name",
            STACK,
            "--resolve-s3",
            "--s3-prefix",
            STACK,
            "--capabilities",
            "CAPABILITY_IAM",
            "CAPABILITY_AUTO_EXPAND",
            "--profile",
            "work",
            "--region",
            "eu-west-1",
            "--no-fail-on-empty-changeset",
            "--no-confirm-changeset",
            "--parameter-overrides",
            "Stage=\"dev\"",
            "AlarmEmail=\"\"",
            "CallbackUrl=\"https://a.example/x?q=\\\"a\\\"\"");
  }

  @Test
  void afterwards_the_stack_is_protected_and_the_smoke_test_is_named() throws Exception {
    deploy(PLAIN);

    assertThat(account.policies).containsExactly("after: " + StackPolicy.closed());
    assertThat(printed.toString())
        .contains("https://api.example/dev")
        .contains("--api-key key1", "RAMPART_CLIENT_ID=client1")
        .contains("./rampart demo --target https://api.example/dev --sign-in https://sign.example");
  }

  @Test
  void the_console_is_uploaded_with_what_its_pages_need_to_know() throws Exception {
    account.stack =
        Optional.of(
            account.stack(
                "UPDATE_COMPLETE",
                Map.of(
                    "ConsoleBucketName", "bucket1",
                    "WebKeyId", "key1",
                    "WebClientId", "client1",
                    "SignInUrl", "https://sign.example")));
    Path site = folder.resolve("console/target/site");
    Files.createDirectories(site);
    Files.writeString(site.resolve("index.html"), "page");
    Path calls = folder.resolve("calls");
    Path aws = folder.resolve("aws");
    Files.writeString(
        aws,
        "#!/bin/sh\necho \"$@\" >> '%s'\n[ \"$1\" = apigateway ] && echo value1\n".formatted(calls)
            + "[ \"$2\" = cp ] && cat \"$3\" >> '%s'\nexit 0\n".formatted(calls));
    Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwx------"));

    deploy(PLAIN);

    assertThat(Files.readString(calls))
        .contains("s3 sync " + site + " s3://bucket1 --delete --exclude config.json")
        .contains("get-api-key --include-value --api-key key1")
        .contains("s3://bucket1/config.json --content-type application/json")
        .contains("--profile work --region eu-west-1")
        .contains("\"signInUrl\":\"https://sign.example\",\"clientId\":\"client1\"")
        .contains("\"apiKey\":\"value1\"", "\"mode\":\"aws\"");
    assertThat(printed.toString()).contains("uploaded to s3://bucket1").doesNotContain("value1");
  }

  @Test
  void a_console_that_is_not_built_is_told_and_a_stack_without_one_is_not() throws Exception {
    Map<String, String> outputs = Map.of("ApiUrl", "https://api.example");
    account.stack = Optional.of(account.stack("UPDATE_COMPLETE", outputs));
    deploy(PLAIN);
    assertThat(printed.toString()).doesNotContain("console");

    account.stack =
        Optional.of(account.stack("UPDATE_COMPLETE", Map.of("ConsoleBucketName", "bucket1")));
    deploy(PLAIN);
    assertThat(printed.toString()).contains("The console was not uploaded");
  }

  @Test
  void a_stage_without_a_client_for_programs_is_told_how_to_get_one() throws Exception {
    account.stack =
        Optional.of(account.stack("UPDATE_COMPLETE", Map.of("ApiUrl", "https://api.example")));

    deploy(PLAIN);

    assertThat(printed.toString())
        .contains("This stage has no client for programs")
        .contains(
            "./rampart deploy --stage dev --profile work --region eu-west-1"
                + " --set ProgramClient=true",
            "the same with ProgramClient=preset takes it away")
        .doesNotContain("MachineClientId", "./rampart demo");
  }

  @Test
  void the_stage_is_the_one_that_the_stack_was_deployed_with() throws Exception {
    account.stack =
        Optional.of(
            new DeployedStack(
                "shop", "UPDATE_COMPLETE", Map.of(), Map.of("Stage", "live"), Instant.EPOCH));

    deploy(PLAIN);

    assertThat(printed.toString()).contains("./rampart deploy --stage live ");
  }

  @Test
  void without_yes_sam_asks() throws Exception {
    deploy(new Deployment.Mode(false, false, false, List.of()));

    assertThat(heard()).contains("--confirm-changeset").doesNotContain("--no-confirm-changeset");
  }

  @Test
  void an_account_that_is_not_ready_stops_it_unless_one_knows_better() throws Exception {
    account.concurrency = Outcome.FAILED;

    assertThatThrownBy(() -> deploy(PLAIN))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the account is not ready (concurrency)")
        .hasMessageContaining("--ignore concurrency");
    assertThat(printed.toString()).contains("--set ReserveConcurrency=false");
    assertThat(told()).doesNotExist();

    deploy(new Deployment.Mode(false, true, false, List.of("concurrency")));
    assertThat(told()).exists();
  }

  @Test
  void an_identity_that_nobody_knows_stops_it_unless_one_knows_better() throws Exception {
    account.identity = Outcome.FAILED;

    assertThatThrownBy(() -> deploy(PLAIN)).hasMessageContaining("--ignore identity");
    assertThat(told()).doesNotExist();

    deploy(new Deployment.Mode(false, true, false, List.of("identity")));
    assertThat(told()).exists();
  }

  @Test
  void what_cannot_be_asked_stops_nothing() {
    account.concurrency = Outcome.UNKNOWN;

    assertThatCode(() -> deploy(PLAIN)).doesNotThrowAnyException();
  }

  @Test
  void a_jar_that_is_not_built_is_named_before_sam_starts() throws Exception {
    Files.delete(folder.resolve("functions/relay/target/rampart-relay-lambda.jar"));

    assertThatThrownBy(() -> deploy(PLAIN))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("functions/relay/target/rampart-relay-lambda.jar");
    assertThat(told()).doesNotExist();
  }

  @Test
  void a_template_that_breaks_a_rule_is_not_deployed() {
    holdsTheRules = values -> !values.containsValue("dev");

    assertThatThrownBy(() -> deploy(PLAIN)).hasMessageContaining("breaks rules (above)");
    assertThat(told()).doesNotExist();
  }

  @Test
  void a_dry_run_executes_nothing_and_points_at_what_holds_data() throws Exception {
    account.stack = Optional.of(account.stack("UPDATE_COMPLETE", Map.of()));
    account.changeSets.add(changeSet("old", "CREATE_COMPLETE", ""));
    account.changeSets.add(
        new ChangeSet(
            "new",
            "CREATE_COMPLETE",
            "",
            List.of(
                new PlannedChange("Add", "NewQueue", "AWS::SQS::Queue", "False"),
                new PlannedChange("Modify", "ApiFunction", "AWS::Lambda::Function", "False"),
                new PlannedChange("Modify", "Table", "AWS::DynamoDB::Table", "Conditional"),
                new PlannedChange("Modify", "Bus", "AWS::Events::EventBus", "True"),
                new PlannedChange("Remove", "Log", "AWS::Logs::LogGroup", "False"))));

    deploy(new Deployment.Mode(true, false, false, List.of()));

    assertThat(heard()).contains("--no-execute-changeset").doesNotContain("--confirm-changeset");
    assertThat(account.policies).isEmpty();
    assertThat(printed.toString())
        .containsSubsequence(
            "Added: 1", "NewQueue", "Changed: 1", "ApiFunction", "Replaced: 2", "Table", "Bus")
        .containsSubsequence("Removed: 1", "Log", "CAREFUL: Table", "CAREFUL: Log")
        .doesNotContain("CAREFUL: Bus", "CAREFUL: ApiFunction")
        .contains("aws cloudformation delete-change-set --change-set-name new");
  }

  @Test
  void a_dry_run_without_changes_shows_no_older_change_set() throws Exception {
    account.stack = Optional.of(account.stack("UPDATE_COMPLETE", Map.of()));
    account.changeSets.add(changeSet("old", "CREATE_COMPLETE", ""));

    deploy(new Deployment.Mode(true, false, false, List.of()));

    assertThat(printed.toString()).contains("There is nothing to change");
  }

  private static ChangeSet changeSet(String id, String status, String reason) {
    return new ChangeSet(id, status, reason, List.of());
  }

  /** SAM makes a change set that fails. */
  private void samFails(String reason) {
    account.stack = Optional.of(account.stack("UPDATE_COMPLETE", Map.of()));
    account.changeSets.add(changeSet("old", "CREATE_COMPLETE", ""));
    account.changeSets.add(changeSet("new", "FAILED", reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The submitted information didn't contain changes. Submit different information to create"
            + " a change set.",
        "No updates are to be performed."
      })
  void the_failed_change_set_that_sam_leaves_is_told_as_nothing_to_change(String reason)
      throws Exception {
    samFails(reason);
    deploy(new Deployment.Mode(true, false, false, List.of()));
    assertThat(printed.toString())
        .contains("There is nothing to change", "delete-change-set --change-set-name new")
        .doesNotContain("Added");

    account.changeSets.clear();
    samFails(reason);
    deploy(PLAIN);
    assertThat(printed.toString()).contains("rampart-dev is as it was: there is nothing to change");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void a_change_set_that_failed_for_another_reason_shows_it(int code) throws Exception {
    sam("exit " + code);
    samFails("Parameter Bus is wrong");
    assertThatThrownBy(() -> deploy(new Deployment.Mode(true, false, false, List.of())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Parameter Bus is wrong");

    account.changeSets.clear();
    samFails("Parameter Bus is wrong");
    assertThatThrownBy(() -> deploy(PLAIN)).hasMessageContaining("Parameter Bus is wrong");
    assertThat(printed.toString()).doesNotContain("nothing to change", "is as it was");
  }

  @Test
  void a_change_set_that_was_not_executed_is_not_called_nothing_to_change() throws Exception {
    account.stack = Optional.of(account.stack("UPDATE_COMPLETE", Map.of()));
    account.changeSets.add(changeSet("old", "CREATE_COMPLETE", ""));
    account.changeSets.add(changeSet("new", "CREATE_COMPLETE", ""));

    deploy(new Deployment.Mode(false, false, false, List.of()));

    assertThat(printed.toString())
        .contains("is as it was: not executed", "delete-change-set --change-set-name new");
  }

  @Test
  void a_version_description_that_lambda_would_refuse_is_told_before_sam_starts() throws Exception {
    Path file = folder.resolve("template.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replaceFirst(
                "VersionDescription: !Sub '", "VersionDescription: !Sub '" + "x".repeat(250)));

    assertThatThrownBy(() -> deploy(PLAIN))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("would have a version description of")
        .hasMessageContaining("Lambda takes 256");
    assertThat(told()).doesNotExist();
  }

  @Test
  void data_may_be_replaced_once_and_is_protected_again_even_if_sam_fails() throws Exception {
    account.stack = Optional.of(account.stack("UPDATE_COMPLETE", Map.of()));
    sam("exit 7");

    assertThatThrownBy(() -> deploy(new Deployment.Mode(false, true, true, List.of())))
        .hasMessageContaining("sam deploy ended with code 7");

    assertThat(account.policies)
        .containsExactly("before: " + StackPolicy.OPEN, "after: " + StackPolicy.closed());
  }

  @Test
  void sam_reports_to_nobody() throws Exception {
    sam("echo \"telemetry $SAM_CLI_TELEMETRY\" > \"" + told() + "\"");

    deploy(PLAIN);

    assertThat(heard()).containsExactly("telemetry 0");
  }

  @Test
  void without_sam_one_hears_how_to_get_it() {
    assertThatThrownBy(() -> Sam.find(folder.resolve("nothing") + ":"))
        .hasMessageContaining("sam, the AWS SAM command line, is not installed")
        .hasMessageContaining("pipx install aws-sam-cli");
  }

  @Test
  void parameters_are_checked_by_the_template() {
    Template template = Template.read(ROOT.resolve("template.yaml"));

    assertThat(options("--stage", "dev").parameters(template, Map.of()))
        .containsEntry("Stage", "dev")
        .containsEntry("Preset", "dev");
    assertThat(
            options("--stage", "live", "--set", "AlarmEmail=a@b.c").parameters(template, Map.of()))
        .containsEntry("Preset", "prod")
        .containsEntry("AlarmEmail", "a@b.c");
    assertThatThrownBy(
            () -> options("--stage", "dev", "--set", "Color=red").parameters(template, Map.of()))
        .hasMessageContaining("there is no parameter Color to set; there are Stage, Preset");
    assertThatThrownBy(
            () ->
                options("--stage", "dev", "--set", "CallerLimit=900000")
                    .parameters(template, Map.of()))
        .hasMessageContaining("CallerLimit must be at most 100000");
    assertThatThrownBy(() -> options("--stage", "Prod").parameters(template, Map.of()))
        .hasMessageContaining("the parameter Stage must match");
    assertThatThrownBy(
            () -> options("--stage", "x1", "--preset", "huge").parameters(template, Map.of()))
        .hasMessageContaining("the parameter Preset must be one of");
  }

  @Test
  void an_update_keeps_what_is_not_set_as_sam_does() {
    Template template = Template.read(ROOT.resolve("template.yaml"));
    Map<String, String> deployed =
        Map.of("Preset", "large", "ReserveConcurrency", "false", "GoneSince", "x");

    assertThat(options("--stage", "live").parameters(template, deployed))
        .containsEntry("Preset", "large")
        .containsEntry("ReserveConcurrency", "false")
        .doesNotContainKey("GoneSince");
    assertThat(
            options("--stage", "live", "--preset", "prod", "--set", "ReserveConcurrency=true")
                .parameters(template, deployed))
        .containsEntry("Preset", "prod")
        .containsEntry("ReserveConcurrency", "true");
  }

  @Test
  void a_policy_that_was_left_open_is_closed_before_sam_starts() throws Exception {
    account.stack = Optional.of(account.stack("UPDATE_COMPLETE", Map.of()));

    deploy(PLAIN);

    assertThat(account.policies)
        .containsExactly("before: " + StackPolicy.closed(), "after: " + StackPolicy.closed());
  }

  @Test
  void a_policy_that_cannot_be_closed_does_not_hide_why_sam_failed() throws Exception {
    account.stack = Optional.of(account.stack("UPDATE_COMPLETE", Map.of()));
    account.policyFault = Optional.of("no cloudformation:SetStackPolicy");
    sam("exit 3");

    assertThatThrownBy(() -> deploy(new Deployment.Mode(false, true, true, List.of())))
        .hasMessageContaining("sam deploy ended with code 3");
    assertThat(printed.toString()).contains("is not protected: no cloudformation:SetStackPolicy");
  }

  @Test
  void an_account_that_tells_no_change_sets_does_not_leave_the_policy_open() throws Exception {
    account.stack = Optional.of(account.stack("UPDATE_COMPLETE", Map.of()));
    account.changeSetFault = Optional.of("no cloudformation:ListChangeSets");

    deploy(new Deployment.Mode(false, true, true, List.of()));

    assertThat(account.policies)
        .containsExactly("before: " + StackPolicy.OPEN, "after: " + StackPolicy.closed());
  }

  @Test
  void a_dry_run_needs_to_be_told_the_change_set() {
    account.stack = Optional.of(account.stack("UPDATE_COMPLETE", Map.of()));
    account.changeSetFault = Optional.of("no cloudformation:ListChangeSets");

    assertThatThrownBy(() -> deploy(new Deployment.Mode(true, false, false, List.of())))
        .hasMessageContaining("no cloudformation:ListChangeSets");
  }

  @Test
  void a_stack_that_did_not_change_is_not_called_deployed() throws Exception {
    account.stack = Optional.of(account.stack("UPDATE_COMPLETE", Map.of()));

    deploy(PLAIN);

    assertThat(printed.toString()).contains("is as it was").doesNotContain("is deployed");
  }

  private static DeploymentOptions options(String... arguments) {
    DeploymentOptions options = new DeploymentOptions();
    var _ =
        new CommandLine(
                CommandLine.Model.CommandSpec.create()
                    .addMixin("options", CommandLine.Model.CommandSpec.forAnnotatedObject(options)))
            .parseArgs(arguments);
    return options;
  }

  @Test
  void the_policy_covers_what_the_template_keeps_and_every_ip_set() throws IOException {
    Stack stack = Template.read(ROOT.resolve("template.yaml")).stack(Map.of());
    List<String> kept =
        stack.resources().stream()
            .filter(resource -> resource.beside("UpdateReplacePolicy").asText().equals("Retain"))
            .map(Resource::type)
            // A setting and its role hold no data.
            .filter(type -> !List.of("AWS::ApiGateway::Account", "AWS::IAM::Role").contains(type))
            .distinct()
            .toList();

    assertThat(kept).hasSize(5);
    assertThat(StackPolicy.DATA).containsExactlyInAnyOrderElementsOf(kept);
    assertThat(StackPolicy.closed()).contains(kept).contains("AWS::WAFv2::IPSet");
    assertThat(stack.ofType("AWS::WAFv2::IPSet")).hasSize(2);
  }

  private void tearDown(String typed, boolean yes) throws IOException, InterruptedException {
    Stack planned =
        Template.read(ROOT.resolve("template.yaml"))
            .stack(PseudoParameters.local(STACK), parameters, Map.of());
    new Teardown(
            Sam.find(folder.toString()),
            account,
            TARGET,
            folder,
            "dev",
            STACK,
            new BufferedReader(new StringReader(typed)),
            new PrintWriter(printed, true))
        .run(planned, yes);
  }

  private void somethingIsDeployed() {
    account.stack = Optional.of(account.stack("UPDATE_COMPLETE", Map.of()));
    account.resources.put("SubmissionsTable", "table-1");
    account.resources.put("UserPool", "pool-1");
    account.resources.put("Key", "key-1");
    account.resources.put("ApiLogGroup", "/rampart/dev/api");
    account.resources.put("Bus", "bus-1");
  }

  @Test
  void tearing_down_says_what_is_kept_and_how_to_remove_it() throws Exception {
    somethingIsDeployed();

    tearDown("dev\n", false);

    assertThat(heard())
        .containsExactly(
            "delete",
            "--stack-name",
            STACK,
            "--profile",
            "work",
            "--region",
            "eu-west-1",
            "--no-prompts");
    assertThat(printed.toString())
        .containsSubsequence("1 resources are deleted", "Bus", "These 4 are kept", "table-1")
        .containsSubsequence(
            "update-table --table-name table-1 --no-deletion-protection-enabled",
            "delete-table --table-name table-1 --profile work --region eu-west-1")
        .containsSubsequence(
            "# UserPool: every setting that update-user-pool is not given goes back to its default",
            "update-user-pool --user-pool-id pool-1 --deletion-protection INACTIVE",
            "delete-user-pool --user-pool-id pool-1")
        .contains("delete-log-group", "schedule-key-deletion");
  }

  @Test
  void another_name_deletes_nothing() {
    somethingIsDeployed();

    assertThatThrownBy(() -> tearDown("prod\n", false)).hasMessageContaining("nothing was deleted");
    assertThatThrownBy(() -> tearDown("", false)).hasMessageContaining("nothing was deleted");
    assertThat(told()).doesNotExist();
  }

  @Test
  void every_kind_that_the_template_keeps_has_a_command_that_removes_it() {
    Stack stack = Template.read(ROOT.resolve("template.yaml")).stack(Map.of());
    Map<String, String> all = new LinkedHashMap<>();
    stack.resources().forEach(resource -> all.put(resource.logicalId(), "id"));

    assertThat(KeptResource.of(stack, all))
        .hasSizeGreaterThan(10)
        .allSatisfy(kept -> assertThat(kept.removal("")).as(kept.toString()).isNotEmpty());
  }

  @Test
  void where_there_is_no_stack_it_says_so() {
    assertThatThrownBy(() -> tearDown("dev\n", true)).hasMessageContaining("there is no stack");
  }
}
