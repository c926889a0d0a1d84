package com.example.console.users;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import com.example.console.forms.FieldErrors;
import com.example.console.web.Csv;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;

/**
 * Invites the people of a file, one after the other. It stops when Scalekit is not there,
 * and can go on from there. Who is a member already is left alone, so that the same file
 * can be sent again.
 */
final class BulkInvitation {

	private static final Log logger = LogFactory.getLog(BulkInvitation.class);

	private final String id = UUID.randomUUID().toString();

	private final String organizationId;

	private final List<List<String>> lines;

	private final List<Outcome> outcomes = new ArrayList<>();

	private boolean running;

	/**
	 * Create a bulk invitation.
	 * @param organizationId the organization
	 * @param csv the lines, of which the first has the names of the columns
	 */
	BulkInvitation(String organizationId, String csv) {
		this.organizationId = organizationId;
		this.lines = Csv.parse(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
	}

	boolean isReadable() {
		return !this.lines.isEmpty() && this.lines.get(0).contains("email");
	}

	boolean isOf(String organizationId) {
		return this.organizationId.equals(organizationId);
	}

	/**
	 * Return whether to {@linkplain #run run} now, which only one may do.
	 */
	synchronized boolean start() {
		boolean starts = !this.running && remaining() > 0;
		this.running |= starts;
		return starts;
	}

	void run(Invitations invitations) {
		try {
			while (remaining() > 0) {
				Outcome outcome = invite(invitations, this.outcomes.size() + 1);
				synchronized (this) {
					this.outcomes.add(outcome);
				}
			}
		}
		catch (ScalekitApiException | ScalekitTransportException | ScalekitTokenException ex) {
			logger.warn("A bulk invitation has stopped: " + ex.getMessage());
		}
		finally {
			synchronized (this) {
				this.running = false;
			}
		}
	}

	private Outcome invite(Invitations invitations, int number) {
		InvitationForm invitation = new InvitationForm(value(number, "email"), value(number, "given_name"),
				value(number, "family_name"),
				Arrays.stream(value(number, "roles").split("\\s+"))
					.filter((role) -> !role.isEmpty())
					.collect(Collectors.toMap((role) -> role, (role) -> "on", (one, same) -> one)));
		if (invitation.email().isEmpty()) {
			return new Outcome(number + 1, "", "refused", "There is no e-mail address");
		}
		try {
			invitations.invite(this.organizationId, invitation);
			return new Outcome(number + 1, invitation.email(), "invited", "");
		}
		catch (ScalekitApiException.Conflict ex) {
			return new Outcome(number + 1, invitation.email(), "known", "");
		}
		catch (ScalekitApiException.BadRequest | ScalekitApiException.NotFound ex) {
			return new Outcome(number + 1, invitation.email(), "refused", FieldErrors.text(ex.getError()));
		}
	}

	private String value(int number, String column) {
		int index = this.lines.get(0).indexOf(column);
		List<String> line = this.lines.get(number);
		return (index >= 0 && index < line.size()) ? line.get(index) : "";
	}

	String id() {
		return this.id;
	}

	private synchronized int remaining() {
		return this.lines.size() - 1 - this.outcomes.size();
	}

	synchronized Progress progress() {
		return new Progress(this.running, remaining(), List.copyOf(this.outcomes));
	}

	String report() {
		return Csv.line("line", "email", "result", "detail") + progress().outcomes()
			.stream()
			.map((outcome) -> Csv.line(outcome.line(), outcome.email(), outcome.result(), outcome.detail()))
			.collect(Collectors.joining());
	}

	/**
	 * How far it is.
	 *
	 * @param running whether it is going on
	 * @param remaining the number of lines that are left
	 * @param outcomes what became of the other lines
	 */
	record Progress(boolean running, int remaining, List<Outcome> outcomes) {

		Map<String, Long> counts() {
			return this.outcomes.stream().collect(Collectors.groupingBy(Outcome::result, Collectors.counting()));
		}

	}

	/**
	 * What became of a line.
	 *
	 * @param line the number of the line
	 * @param email the e-mail address
	 * @param result {@code invited}, {@code known} or {@code refused}
	 * @param detail what Scalekit says, if it refuses the line
	 */
	record Outcome(int line, String email, String result, String detail) {
	}

}
