/** The cryptography of a sign-in: hashes, secrets, one-time codes, SRP and PKCE. */
@NullMarked
package dev.rampart.local.identity.crypto;

import org.jspecify.annotations.NullMarked;
