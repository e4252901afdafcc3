package dev.rampart.local.deploy;

import dev.rampart.local.account.AwsErrors;
import dev.rampart.local.account.AwsTarget;
import dev.rampart.local.account.ChangeSet;
import dev.rampart.local.account.CloudFormation;
import dev.rampart.local.account.DeployedStack;
import dev.rampart.local.account.Preflight;
import dev.rampart.local.account.PreflightResult;
import dev.rampart.local.template.PseudoParameters;
import dev.rampart.local.template.Stack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;

/** An account of AWS. */
record AwsAccount(AwsTarget target) implements Account {

  @Override
  public List<PreflightResult> preflight(String stack, Function<PseudoParameters, Stack> plan) {
    return Preflight.run(target, stack, plan);
  }

  @Override
  public Optional<DeployedStack> find(String stack) {
    return ask(stacks -> stacks.find(stack));
  }

  @Override
  public Map<String, String> resources(String stack) {
    return ask(stacks -> stacks.resources(stack));
  }

  @Override
  public Optional<ChangeSet> newestChangeSet(String stack) {
    return ask(stacks -> stacks.newestChangeSet(stack));
  }

  @Override
  public void setPolicy(String stack, String policy) {
    try (CloudFormation stacks = new CloudFormation(target)) {
      stacks.setPolicy(stack, policy);
    } catch (SdkException e) {
      throw new IllegalStateException(
          "the stack policy of "
              + stack
              + " could not be set, so an update may replace what holds data: allow"
              + " cloudformation:SetStackPolicy, and deploy again. AWS says: "
              + AwsErrors.words(e, target),
          e);
    }
  }

  private <T> T ask(Function<CloudFormation, T> question) {
    try (CloudFormation stacks = new CloudFormation(target)) {
      return question.apply(stacks);
    } catch (SdkException e) {
      throw new IllegalStateException(AwsErrors.words(e, target), e);
    }
  }
}
