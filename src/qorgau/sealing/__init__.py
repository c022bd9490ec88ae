"""Sealing: what a person writes is encrypted before it leaves their hands, to bodies that can answer for it.

Needs `cryptography`, `pyrage` and `click`; no framework and no database. Nothing here reads a clock:
every instant comes in as an argument (seconds since 1970, UTC). Whatever is refused raises a named
`SealingRefusal` (a ValueError) whose class is the detector.

    codes        new_code() -> Code; Code.words("kk"|"ru"|"en"); read_code(typed) -> Code
    word_lists   WordLanguage, words_of(language), words_beginning(typed, language=...)
    mailbox      Mailbox.of(code, origin=...) -> identity, recipient (= box_x), signing, box_ed (hex)
                 require_signed(message, signature=hex, by=hex)
    pins         Pins(origin, vouchers, floors); Pins.read(bytes); Voucher
    manifest     Manifest(body, epoch, x25519, ed25519, recovery, not_after); sign_manifest(...)
                 SignedManifest.as_group() / .from_group(); add_voucher(...)
                 check_manifest(signed, previous=..., pins=...); current_manifest(chain, pins=..., as_of=...)
    narrative    Narrative(text, box_ed, box_x, place, accused, dates, particulars, files); Identity(...)
    envelope     seal(narrative, identity | None, to=, npm=, mailbox=, chosen=, told=, files=) -> Envelope
                 Envelope.as_json(); read_envelope(text); entry_facts(envelope)
                 open_narrative(ciphertext, identity) -> (Narrative, nonce); check_P(narrative, nonce, P)
                 open_identity(ciphertext, key, box_ed=...)
    sealed_files seal_file(source, name=, media=, store=) -> SealedFile; open_file(inside, chunks, into)
    messages     Message(sender, to, box, seq, prev, text, about, files); About; message_hash(ciphertext)
                 seal_from_box(message, mailbox=, to=, npm=); seal_from_body(message, signing=, box_x=, own=, npm=)
                 open_message(ciphertext, identity, keys={body: [ed25519 hex]}); require_chain(...)
    requests     sign_request(mailbox, nonce=, origin=, act=, after=); require_request(request, origin=...)
    answers      pack_answer(Answer(status, messages)) -> 16,384 bytes; read_answer(bytes)
    recovery     split_recovery(identity, holders) -> three PairFile; peel(...), finish(...)
    lodging      check_lodged(envelope, LodgingAnswer(entry, salt, commitment, promise), promise_key=, origin=)
    age_files    new_identity(), recipient_of(identity), seal_to(content, recipients), unseal(ciphertext, identity)
"""
