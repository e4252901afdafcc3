package dev.rampart.local.identity.pool;

import dev.rampart.local.identity.directory.Email;
import dev.rampart.local.identity.directory.SignInOutcome;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.identity.token.PreTokenGeneration;
import dev.rampart.local.identity.token.SigningKeys;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a user pool needs from outside.
 *
 * @param store where users and sign-ins are kept
 * @param keys sign the tokens
 * @param preTokenGeneration asked before a user's tokens are signed
 * @param signIns told how each try to sign in goes; called by many threads at once, and may fail
 * @param mail sends what a pool on AWS sends by email; called by many threads at once
 * @param administrators says which access key ids may call the operations that need AWS credentials
 */
public record PoolEnvironment(
    BlobStore store,
    SigningKeys keys,
    InstantSource clock,
    PreTokenGeneration preTokenGeneration,
    Consumer<SignInOutcome> signIns,
    Consumer<Email> mail,
    Predicate<String> administrators) {}
