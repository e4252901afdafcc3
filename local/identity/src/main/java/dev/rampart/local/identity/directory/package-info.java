/** The users of the pool: their groups, passwords, one-time codes, and lockout. */
@NullMarked
package dev.rampart.local.identity.directory;

import org.jspecify.annotations.NullMarked;
