package dev.rampart.local.stack.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsService;
import dev.rampart.local.protocol.CallInterceptor;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import dev.rampart.local.stack.control.ControlPath;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Has calls to the services of a run fail as a test asks: {@code POST /faults} adds a fault, {@code
 * DELETE /faults} ends all. A call meets the first fault that is for it.
 */
public final class FaultInjector implements CallInterceptor, ControlPath {
  private static final int FAULTS_MAX = 100;

  private final Set<String> functions;
  private final FunctionProcesses processes;
  private final Sleeper sleeper;
  private final List<InjectedFault> faults = new CopyOnWriteArrayList<>();

  /**
   * Makes one that lets all calls pass.
   *
   * @param functions the logical ids of the run's functions
   * @param processes those of them
   */
  public FaultInjector(Set<String> functions, FunctionProcesses processes) {
    this(functions, processes, Thread::sleep);
  }

  FaultInjector(Set<String> functions, FunctionProcesses processes, Sleeper sleeper) {
    this.functions = Set.copyOf(functions);
    this.processes = processes;
    this.sleeper = sleeper;
  }

  /** Lets time pass before a call goes on. */
  @FunctionalInterface
  interface Sleeper {
    void sleep(Duration time) throws InterruptedException;
  }

  @Override
  public HttpResponse around(AwsService service, HttpRequest request, Next next)
      throws InterruptedException {
    FaultCaller caller = FaultCaller.of(request, processes);
    List<InjectedFault> possible = faults.stream().filter(fault -> fault.isFor(caller)).toList();
    if (possible.isEmpty()) {
      return next.answer(request);
    }
    // The actions of some operations, as of a transaction, are known by the body alone.
    ServiceCall call = next.withRoom(request, () -> ServiceCall.of(service, request));
    Optional<InjectedFault> met =
        possible.stream().filter(fault -> fault.strikes(call)).findFirst();
    if (met.isEmpty()) {
      return next.answer(request);
    }
    sleeper.sleep(met.get().delay());
    return switch (met.get().effect()) {
      case FaultEffect.Slow() -> next.answer(request);
      case FaultEffect.Refused(var error) -> service.refusal(error);
      case FaultEffect.RequestLost() -> throw lost();
      case FaultEffect.AnswerLost() -> {
        HttpResponse _ = next.answer(request);
        throw lost();
      }
      case FaultEffect.CallerKilled(boolean done) -> {
        if (done) {
          HttpResponse _ = next.answer(request);
        }
        processes.kill(caller.process().orElseThrow());
        throw lost();
      }
      case FaultEffect.EntriesRefused(FailingEntries entries) -> entries.answer(request, next);
    };
  }

  /** The server closes the connection. */
  private static InterruptedException lost() {
    return new InterruptedException("The connection is lost, as a test asked.");
  }

  @Override
  public List<String> methods() {
    return List.of("GET", "POST", "DELETE");
  }

  @Override
  public JsonNode get() {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    ArrayNode list = all.putArray("faults");
    faults.forEach(fault -> list.add(fault.json()));
    return all;
  }

  @Override
  public synchronized JsonNode post(JsonNode input) {
    if (faults.size() == FAULTS_MAX) {
      throw new IllegalArgumentException(
          "There are " + FAULTS_MAX + " faults already; DELETE ends them.");
    }
    faults.add(new FaultReader(input, functions).read());
    return get();
  }

  @Override
  public JsonNode delete() {
    faults.clear();
    return get();
  }
}
