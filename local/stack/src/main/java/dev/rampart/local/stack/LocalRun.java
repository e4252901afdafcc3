package dev.rampart.local.stack;

import dev.rampart.local.access.AccessControl;
import dev.rampart.local.access.CallRecord;
import dev.rampart.local.events.LocalEvents;
import dev.rampart.local.firewall.location.AddressLocations;
import dev.rampart.local.firewall.service.FirewallService;
import dev.rampart.local.gateway.Gateway;
import dev.rampart.local.gateway.GatewaySettings;
import dev.rampart.local.gateway.gate.KeySource;
import dev.rampart.local.gateway.usage.UsagePlans;
import dev.rampart.local.gateway.usage.UsageService;
import dev.rampart.local.gateway.usage.UsageSettings;
import dev.rampart.local.host.BrokenFunction;
import dev.rampart.local.host.FunctionClock;
import dev.rampart.local.host.HostSettings;
import dev.rampart.local.host.LambdaHost;
import dev.rampart.local.host.Runtimes;
import dev.rampart.local.host.async.AsyncInvoker;
import dev.rampart.local.host.service.LambdaService;
import dev.rampart.local.identity.IdentityServer;
import dev.rampart.local.identity.directory.Email;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.metrics.MetricStore;
import dev.rampart.local.protocol.AwsServer;
import dev.rampart.local.protocol.AwsService;
import dev.rampart.local.protocol.http.ListeningPort;
import dev.rampart.local.protocol.lambda.FunctionInvoker;
import dev.rampart.local.schedules.Schedules;
import dev.rampart.local.stack.access.EventPermissions;
import dev.rampart.local.stack.access.FunctionLogs;
import dev.rampart.local.stack.access.PermittedEvents;
import dev.rampart.local.stack.access.PermittedInvoker;
import dev.rampart.local.stack.access.RoleAuthorisation;
import dev.rampart.local.stack.access.RoleDestinations;
import dev.rampart.local.stack.access.SetUpPermissions;
import dev.rampart.local.stack.fault.FaultInjector;
import dev.rampart.local.stack.firewall.Firewalls;
import dev.rampart.local.stack.health.StatusService;
import dev.rampart.local.stack.instance.Instance;
import dev.rampart.local.stack.secrets.RunSecrets;
import dev.rampart.local.stack.secrets.SecretsService;
import dev.rampart.local.stack.table.StackTables;
import dev.rampart.local.supervision.RunClock;
import dev.rampart.local.template.PseudoParameters;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Template;
import dev.rampart.local.template.source.TemplateException;
import dev.rampart.local.topics.Inbox;
import dev.rampart.local.topics.Mail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * The stack of a template, running on loopback. The stand-ins know nothing of each other: here they
 * are started in the order in which one needs what another is known by, and joined.
 */
public final class LocalRun implements AutoCloseable {
  private static final String ADDRESS = "127.0.0.1";

  private final RunSettings settings;
  private final Progress progress;
  private final RunClock clock = new RunClock(Clock.systemUTC());
  private final CloseableStack closing = new CloseableStack();
  private final StackTables tables;
  private final MetricStore metrics = new MetricStore(clock);
  private final Folders folders;
  private final RunSecrets secrets;
  private final CompletableFuture<LambdaHost> host = new CompletableFuture<>();
  private final ServiceMetrics serviceMetrics;
  private final Functions functions;
  private final Inbox inbox = new Inbox();
  private final RunHealthCheck checkup;

  private LocalRun(RunSettings settings, Progress progress) throws IOException {
    this.settings = settings;
    this.progress = progress;
    this.tables = new StackTables(settings.dynamodb(), settings.data(), clock);
    String region = PseudoParameters.local(settings.stackName()).region();
    this.serviceMetrics = new ServiceMetrics(metrics, region, clock);
    this.functions = new Functions(host, serviceMetrics);
    this.folders = Folders.make(settings);
    this.checkup = new RunHealthCheck(new DiskSpace(folders.logs()));
    this.secrets =
        new RunSecrets(settings.data().map(BlobStore::in).orElseGet(BlobStore::inMemory));
  }

  /** A run that is ready, and what it is known by. */
  public record Ready(LocalRun run, Instance instance) implements AutoCloseable {

    @Override
    public void close() {
      run.close();
    }
  }

  /**
   * Starts everything and waits until it answers.
   *
   * @throws RunFailure in one line, if anything does not start; what had started is stopped
   */
  public static Ready start(RunSettings settings, Progress progress) throws RunFailure {
    try {
      LocalRun run = new LocalRun(settings, progress);
      try {
        return new Ready(run, run.start());
      } catch (IOException | RuntimeException | InterruptedException | RunFailure e) {
        run.close();
        throw e;
      }
    } catch (TemplateException | BrokenFunction | UncheckedIOException e) {
      throw new RunFailure(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new RunFailure(FileFault.words(e), e);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new RunFailure(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunFailure("interrupted while starting", e);
    }
  }

  /** Shows what would be sent on AWS: the code in it is for the developer to read. */
  private void print(Email email) {
    progress.step("email to " + email.recipient() + ": " + email.text());
    inbox.add(
        new Mail(
            clock.instant(),
            "email",
            "Cognito",
            email.recipient(),
            "Your verification code",
            email.text()));
  }

  private Instance start() throws IOException, InterruptedException, RunFailure {
    // Before all else: the template may name it, and whoever has the wrong one need not wait.
    ListeningPort port = closing.add(ListeningPort.take(ADDRESS, settings.port()));
    progress.step("reading " + settings.template().getFileName());
    Stack read =
        Template.read(settings.template())
            .stack(
                PseudoParameters.local(settings.stackName()),
                settings.parameters(port.number()),
                Map.of());
    UserPool pool = UserPool.of(read, secrets.store());
    Stack named = read.with(pool.physical());
    AddressLocations locations = AddressLocations.read(settings.locations());
    StackPlan planned = StackPlan.of(named, pool.ids(), settings.root(), locations);
    planned.left().lines().forEach(progress::step);
    UsagePlans usage = UsagePlans.of(planned.usage(), secrets::apiKey, clock);
    UsageService keys = new UsageService(usage, planned.api(), named.pseudoParameters().region());
    SecretsService stored = SecretsService.of(named, planned.secrets(), secrets, clock.instant());
    AccessControl access =
        checkup.watch(
            new AccessControl(
                planned.access(), CallRecord.begin(folders.calls()), clock, progress::step));
    new SetUpPermissions(named, access).require();
    RunLogs logs = new RunLogs(planned, clock, new FunctionLogs(access));
    logs.counting(serviceMetrics::logEvent);

    progress.step("starting tables, bus, queues, metrics and secrets");
    RoleDestinations destinations = new RoleDestinations(access, planned.functionIds());
    AsyncInvoker invoker =
        functions.async(planned.functions(), destinations, closing, checkup, clock);
    LocalEvents events =
        closing.add(
            LocalEvents.open(
                named.pseudoParameters(),
                clock,
                folders.bus(),
                new PermittedEvents(invoker, access, EventPermissions.SERVICE),
                new EventPermissions(access)));
    checkup.watch(events);
    Monitoring monitoring =
        closing.add(
            new Monitoring(
                planned,
                named.pseudoParameters(),
                access,
                clock,
                events,
                serviceMetrics,
                inbox,
                progress));
    checkup.watch(monitoring);
    destinations.connect(new RoleDestinations.Receivers(events, monitoring.topics(), invoker));
    List<AwsService> others = new ArrayList<>(monitoring.services());
    others.addAll(
        List.of(
            logs.service(named.pseudoParameters()),
            stored,
            keys,
            new FirewallService(planned.firewall().ipSets()),
            new LambdaService(planned.functions(), functions, invoker)));
    TestControl control =
        new TestControl(
            settings.control(),
            clock,
            new FaultInjector(Set.copyOf(planned.functionIds().values()), functions));
    AwsServer server =
        closing.add(
            AwsServer.start(
                0, services(events, others), new RoleAuthorisation(access), control.faults()));
    URI dynamodb = tables.endpoint(server.url());
    Instance.Credentials administrator = RunSecrets.administrator();
    Stack stack =
        named.with(tables.make(named, planned.tables(), dynamodb, administrator.accessKeyId()));
    StackPlan plan = StackPlan.of(stack, pool.ids(), settings.root(), locations);
    access.decideBy(plan.access());
    Wiring wiring = new Wiring(plan, events, clock);
    wiring.busesQueuesAndRules();
    wiring.targets(closing, monitoring.topics(), stored, inbox, access);

    progress.step("starting the user pool");
    Firewalls firewalls =
        new RunFirewalls(clock, logs, serviceMetrics)
            // The plan whose IP sets the service changes.
            .open(
                planned.firewall(),
                stack.pseudoParameters(),
                folders.firewallLog(),
                closing,
                checkup);
    IdentityServer identity =
        closing.add(
            pool.start(
                plan.identity(),
                permitted(access, "cognito-idp.amazonaws.com", _ -> plan.identity().pool().arn()),
                clock,
                administrator,
                this::print,
                logs::activity,
                firewalls.filter(plan.identity())));

    progress.step("starting the functions");
    logs.openStreams();
    String region = stack.pseudoParameters().region();
    Endpoints endpoints = new Endpoints(server.url(), dynamodb, URI.create(identity.url()));
    LambdaHost lambda =
        closing.add(
            startHost(plan, region, endpoints, logs, control.functionClock(folders.work())));
    host.complete(lambda);
    checkup.watch(lambda);
    lambda.prewarm();
    wiring.mappings(
        closing, checkup, endpoints, region, functions, destinations, folders.checkpoints());
    Schedules schedules = wiring.schedules(closing, checkup, invoker, access);
    wiring.subscriptions(closing, checkup, stack.pseudoParameters().accountId(), invoker, logs);

    progress.step("starting the gateway");
    RunStorage storage = RunStorage.open(settings.site(), stack, progress);
    Gateway gateway =
        closing.add(gateway(plan, access, usage, identity, firewalls, logs, storage, port));
    checkup.watch(gateway);
    gateway.idleGates().forEach(gate -> progress.step("no operation asks the gate " + gate));
    List<Instance.User> users = new SeedUsers(identity, secrets).ensure(settings.users());
    monitoring.start();
    schedules.start();
    pool.keys().await();
    Instance instance =
        new Description(stack, plan, endpoints, folders, settings.site())
            .instance(
                gateway.url(),
                secrets.apiKeys(
                    plan.usage().keys().stream().map(UsageSettings.Key::logicalId).toList()),
                identity,
                users,
                administrator,
                control.open(closing, monitoring, schedules));
    storage.describe(instance, plan.api().stage());
    return instance;
  }

  private List<AwsService> services(LocalEvents events, List<AwsService> others) {
    List<AwsService> services = new ArrayList<>();
    tables
        .open()
        .ifPresent(
            local -> {
              checkup.watch(closing.add(local));
              services.add(local);
            });
    services.addAll(events.services());
    services.addAll(others);
    services.add(new StatusService(checkup));
    return List.copyOf(services);
  }

  private LambdaHost startHost(
      StackPlan plan,
      String region,
      Endpoints endpoints,
      RunLogs logs,
      Optional<FunctionClock> functionClock)
      throws IOException {
    return LambdaHost.start(
        new HostSettings(
            settings.target().resolve("runtime-client"),
            folders.work(),
            region,
            Runtimes.fitting(),
            functionClock,
            settings.control()),
        Functions.specs(plan.functions(), settings.root(), folders.logs(), endpoints.environment()),
        (function, line) -> {
          if (logs.functionLine(function, line)) {
            metrics.accept(line);
          }
        });
  }

  private FunctionInvoker permitted(
      AccessControl access, String service, UnaryOperator<String> sourceArn) {
    return new PermittedInvoker(functions, access, service, sourceArn);
  }

  private Gateway gateway(
      StackPlan plan,
      AccessControl access,
      UsagePlans usage,
      IdentityServer identity,
      Firewalls firewalls,
      RunLogs logs,
      RunStorage storage,
      ListeningPort port)
      throws IOException {
    String stage =
        plan.access().stack().arn("execute-api", plan.api().apiId() + "/" + plan.api().stage());
    GatewaySettings gateway =
        new GatewaySettings(
            plan.api(),
            identity.issuer(),
            new KeySource.AtUrl(URI.create(identity.jwksUrl())),
            permitted(access, "apigateway.amazonaws.com", operation -> stage + "/" + operation));
    return Gateway.start(
        gateway
            .listeningOn(port)
            .withWebAcl(firewalls.gate(plan.api()))
            .withUsage(usage)
            .withStorage(storage.of(stage, access), storage.addresses(identity.url()))
            .withClock(clock)
            .loggingTo(folders.accessLog())
            .loggingTo(logs::accessLine)
            .reportingTo(
                report -> {
                  serviceMetrics.request(plan.api(), report);
                  progress.request(report);
                }));
  }

  @Override
  public void close() {
    closing.close();
    folders.clean();
  }
}
