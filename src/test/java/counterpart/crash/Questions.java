package counterpart.crash;

import java.util.List;

/** What two runs of the same data must have in common in both stores. */
final class Questions {
    private Questions() {}

    static final List<Question> OF_CONTROL = List.of(
            new Question("file", """
                    select partner_id, feed_name, epoch, remote_name, received_sha, clear_sha, byte_count, arrived_at, state,
                        key_id, superseded_by, acknowledged_path
                    from received_file
                    """),
            new Question("settlement", """
                    select file_id, epoch, state, reason_code, rows_read, rows_accepted, rows_rejected, rows_warned,
                        header_file_id, period_from, period_to, as_of_date, sequence_number
                    from file_settlement
                    """),
            new Question("totals", """
                    select file_id, epoch, side, detail_count, line_count, member_count, total_billed_cents,
                        total_allowed_cents, total_paid_cents, total_member_cost_cents, hash_total
                    from file_control_totals
                    """),
            new Question("finding", "select file_id, epoch, rule_code, findings from file_finding_count"),
            new Question("expectation", """
                    select partner_id, feed_name, business_date, due_at, late_at, state, file_id, arrived_at
                    from expectation
                    """),
            new Question("sighting", """
                    select partner_id, feed_name, remote_name, byte_count, modified_at, arrived_at, marker_name, fate, file_id,
                        fated_date, tidied, case when answered_path is null then 'unanswered' else 'answered' end
                    from sighting
                    """),
            new Question(
                    "edition", "select partnership, report_month, revision, pdf, facts, sha256, pages from edition"),
            new Question("delivery", """
                    select partnership, report_month, revision, recipient, partner, way, place, channel, file_name,
                        artefact_sha, state, remote_path, byte_count
                    from delivery
                    """),
            new Question("decision", "select file_id, epoch, kind, reason from decision where done_at is null"),
            // Twice would be a thing done twice.
            new Question("audit", """
                    select act, subject, count(*)
                    from audit_event
                    where act like 'state %' or act in ('acknowledged', 'duplicate answered', 'issued')
                    group by act, subject
                    """),
            new Question("job", """
                    select i.job_name, p.job_parameters, count(*)
                    from batch_job_instance i
                    join (
                        select e.job_instance_id, e.job_execution_id,
                            (select listagg(p.parameter_name || '=' || p.parameter_value, ',')
                                within group (order by p.parameter_name)
                            from batch_job_execution_params p
                            where p.job_execution_id = e.job_execution_id
                                and p.parameter_name not in ('poll', 'booksHash')) as job_parameters
                        from batch_job_execution e
                        where e.status = 'COMPLETED'
                    ) p on p.job_instance_id = i.job_instance_id
                    where i.job_name not in ('collect', 'decide')
                    group by i.job_name, p.job_parameters
                    """),
            new Question("job at work", """
                    select job_execution_id, status from batch_job_execution where status not in ('COMPLETED', 'FAILED')
                    """),
            new Question("step at work", """
                    select step_name, status from batch_step_execution where status not in ('COMPLETED', 'FAILED')
                    """),
            new Question("job never begun", """
                    select job_name from batch_job_instance i
                    where not exists (select 1 from batch_job_execution e where e.job_instance_id = i.job_instance_id)
                    """),
            new Question("run at work", "select command from run where outcome = 'RUNNING'"));

    static final List<Question> OF_BOOKS = List.of(
            new Question("active load", """
                    select feed_id, slot, load_id, mode, as_of_date, period_from, period_to, rows from active_load
                    """),
            new Question("load", "select load_id, feed_id, slot, mode, as_of_date, rows, superseded_load from load"),
            rowsOf("coverage_span"),
            rowsOf("medical_claim"),
            rowsOf("claim_line"),
            rowsOf("pharmacy_claim"),
            new Question("break", """
                    select break_id, partnership_id, reconciliation, entity_key, attribute, category, left_value, right_value,
                        impact_cents, status, episode, first_seen, last_seen, closed_on, cause, service_month
                    from break_ledger
                    """),
            new Question("score", """
                    select partnership_id, report_month, revision, measure, month, numerator, denominator, complete from score
                    """),
            new Question("exchange", """
                    select partner_id, feed_id, business_date, due_at, arrived_at, file_id, outcome, late, history,
                        first_original, rows_read, rows_accepted, rows_rejected
                    from exchange_file
                    """));

    /** How many rows each load has, and of each column a sum over all rows that does not ask for their order. */
    private static Question rowsOf(String table) {
        return new Question(
                "rows of " + table,
                "select load_id, count(*), sum(hash(columns(* exclude (load_id)))::hugeint) from " + table
                        + " group by load_id");
    }
}
