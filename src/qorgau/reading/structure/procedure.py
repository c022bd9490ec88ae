"""Whether a request belongs to the cycle of reporting itself: answers due, dissemination, the next report."""

from __future__ import annotations

import re

_CYCLE = re.compile(
    r"\bdisseminat\w+[^.]{0,220}?(?:concluding (?:observations|comments)|present (?:observations|recommendations|synthetic|document)|conclusions and recommendations|(?:periodic|initial|combined) reports?\b|report submitted|recommendations)"
    r"|(?:concluding (?:observations|comments)|recommendations)[^.]{0,120}?\b(?:widely|publicly) (?:disseminat|available|publici[sz]ed|made)"
    r"|(?:report|concluding (?:observations|comments))\b[^.]{0,120}?\bbe (?:\w+ ){0,2}(?:disseminated|publici[sz]ed|made (?:\w+ ){0,2}available)\b"
    r"|\b(?:these|the present) concluding (?:observations|comments)\b[^.]{0,60}?\bbe (?:\w+ ){0,2}(?:distributed|circulated|published|translated)\b"
    # the report itself is what is asked for; one that should "contain information on" something asks for that
    r"|\bthat (?:the|its) (?:next|[\w-]+(?:th|st|nd|rd|d))\b(?: (?:and|to|combined|periodic|[\w-]+(?:th|st|nd|rd))){0,4} reports?\b,? [^.;]{0,40}?\bbe (?:an? )?(?:updating|comprehensive|submitted|prepared|combined|brief|updated)\b"
    r"|\b(?:respond|reply)\b[^.]{0,30}?\b(?:issues|concerns|points|questions)\b[^.]{0,40}?\b(?:in|by) (?:the(?:se)?|the present) concluding (?:observations|comments)\b"
    r"|\bpresent concluding observations between now and\b"
    r"|\breply within [^.;]{3,40}? (?:transmission|receipt)\b"
    r"|\bsets \d{1,2} \w+ \d{4} as the (?:due )?date\b"
    r"|\b(?:provide|include)\b[^.]{0,30}?\bin its next (?:periodic )?report\b[^.]{0,160}?\b(?:remaining recommendations|other recommendations|all (?:of )?(?:its|the) recommendations|present concluding observations|as a whole)\b"
    r"|\b(?:submit|present|submission of)\b[^.]{0,40}?\b(?:its|the)\b[^.]{0,80}?\b(?:report|reports|replies)\b[^.]{0,120}?\b(?:by|in|due|before|no later|within|on|not exceed\w*|under article)\b"
    r"|\bnext (?:combined )?(?:\w+ and \w+ )?periodic reports?\b[^.]{0,30}?(?:, which will be|will be (?:its|due|considered)|is due|is scheduled|should be submitted|by \d|no later)"
    r"|\bprovide\b[^.]{0,120}?\b(?:within|by|no later than)\b[^.]{0,160}?\b(?:follow-up|implement\w*|steps taken|measures taken|action taken|response)\b[^.]{0,120}?\b(?:recommendations?|paragraphs?|paras?\.)"
    r"|\b(?:within|by|no later than)\b[^.]{0,60}?\bprovide\b[^.]{0,120}?\b(?:information|replies)\b[^.]{0,120}?\b(?:implementation|follow-up|recommendations?|paras?\.|paragraphs?)\b"
    r"|\b(?:send|transmit|furnish|supply|give)\b[^.]{0,60}?\b(?:within|by|no later than)\b[^.]{0,90}?\binformation on\b[^.]{0,90}?\brecommendations? (?:mentioned|made|contained|set out|in)\b[^.]{0,30}?\bparagraphs?\b"
    r"|\bwithin (?:\d+|one|two|three|twelve|a) (?:months?|years?)\b[^.]{0,140}?\bprovide\b[^.]{0,120}?\binformation\b[^.]{0,120}?\b(?:recommendations|paras?\.|paragraphs?)"
    r"|\bprovide,? (?:written )?information[^.]{0,80}?\b(?:paragraphs|paras?\.)"
    r"|\bsimplified reporting procedure\b|\blist of issues prior to\b|\bcore document\b|\bword limit\b|\breporting guidelines\b"
    r"|\bparticular importance of the recommendations\b|(?<!\bin )\bfollow-up (?:procedure|to (?:the )?(?:present )?concluding)\b|\bspecial procedures?\b[^.]{0,60}?\bvisits?\b|invitations? to [^.]{0,60}?\bspecial procedure"
    r"|\bimplement (?:its|the|these|all (?:of )?its) (?:present )?recommendations,? (?:which|that) have been made\b|\bset forth in (?:the )?present concluding observations in a constructive"
    r"|\barticle 29,? (?:\(4\)|paragraph 4)|\bupdated information on the implementation of (?:all )?(?:its|the) recommendations"
    r"|\b(?:rule|rules) \d+[^.]{0,60}?\brules of procedure"
    r"|распростран\w+[^.]{0,220}?(?:заключительны|рекомендаци|доклад|замечани)"
    r"|представить[^.]{0,140}?(?:следующ(?:ий|ие)|очередно[йг]\w*|объединенн(?:ый|ые)|сводн(?:ый|ые)|периодическ(?:ий|ие))\b[^.]{0,60}?доклад"
    r"|следующий периодический доклад[^.]{0,120}?(?:будет|следует|должен|к \d|до \d)"
    r"|представить[^.]{0,120}?(?:в течение|к \d|до \d|не позднее)[^.]{0,160}?(?:выполнени|осуществлени|последующ|принятых мер)[^.]{0,120}?(?:рекомендаци|пункт)"
    r"|(?:в течение|к \d|до \d|не позднее)[^.]{0,80}?представить[^.]{0,160}?(?:выполнени|осуществлени|последующ)[^.]{0,120}?(?:рекомендаци|пункт)"
    r"|упрощенн\w+ процедур\w+|базов\w+ документ|правил\w* процедуры[^.]{0,80}?(?:представить|информаци)"
    r"|(?:diffus(?:er|ion|és?)|difu(?:ndir|ndan?|sión))[^.]{0,260}?(?:observations finales|rapport|observaciones finales|informe)|soumettre son[^.]{0,60}?rapport|presente su[^.]{0,60}?informe|próximo informe|prochain rapport"
    r"|(?:parvenir|fournir|communiquer|facilit[ea]|presente|proporcione)[^.]{0,160}?(?:renseignements|informations|información)[^.]{0,200}?(?:recommandations|recomendaciones|par\.|párrafos)",
    re.IGNORECASE,
)
# what opens a list of questions says how long the answers may be and when they are due
_OPENS_LIST = re.compile(
    r"\b(?:submit|presente|soumettre|communiquer|представить)\b[^.]{0,60}?\b(?:in writing|por escrito|par écrit|в письменном виде)\b"
    r"|\b(?:submit|provide)\b[^.]{0,90}?\b(?:information|replies|responses)\b[^.]{0,60}?\b(?:maximum|words)\b",
    re.IGNORECASE,
)
_SUBSTANCE = re.compile(
    r"\b(?:encourag|recommend|invit|urg|call|should|suggest)\w*[^.]{0,120}?"
    r"\b(?:ratif(?:y|ying)|ratification of|accede|acceding|accession to|withdraw|accept[^.]{0,40}? amendment|(?:make|making) the (?:optional )?declarations?)\b"
    r"|(?:invite|encourage|recommande|engage|exhorte|devrait)\b[^.]{0,160}?(?:ratifier|ratification|adhérer|faire la déclaration|retirer|lever)"
    r"|(?:invita|alienta|recomienda|exhorta|insta|debería|debe)\b[^.]{0,160}?(?:ratifi|adhi|adher|formul\w+ la declaración|retir)"
    r"|(?:рекоменд|призыва|предлага|следует)[^.]{0,120}?(?:ратифи|присоедин|сделать заявлени|снять оговорк)",
    re.IGNORECASE,
)
# what papers of the cycle speak of; a request below "Follow-up" that names none of it asks for something else
_PAPERS = re.compile(
    r"\b(?:reports?|reporting|obligations undertaken|in implementing the (?:present )?recommendations|concluding (?:observations|comments)|disseminat\w*|translat\w*|follow-up|core document|dialogue|mandate holders|special procedures"
    r"|recommendations? (?:contained|mentioned|made|set (?:out|forth)|above|in the present)|word limit|civil society|non-governmental)\b"
    r"|доклад|замечани|последующ|распростран|рекомендаци[йия]\w*,? (?:содержащ|сформулирован|изложен)|базов\w+ документ|гражданск\w+ обществ|мандатари"
    r"|rapport|observations finales|diffus|suivi|informe|observaciones finales|difu|seguimiento",
    re.IGNORECASE,
)


def is_of_the_cycle(text: str) -> bool:
    """Whether what is asked for belongs to reporting and follow-up, not to the State's law or practice."""
    return bool(_CYCLE.search(text))


def tells_how_to_answer(text: str) -> bool:
    """Whether it asks that the answers to a list be written, how long, and by when."""
    return bool(_OPENS_LIST.search(text))


def is_substance(text: str) -> bool:
    """Whether it asks for a treaty to be joined or a reservation to be given up, which may stand among procedure."""
    return bool(_SUBSTANCE.search(text))


def speaks_of_papers(text: str) -> bool:
    """Whether it speaks of reports, observations, follow-up or those who take part in them."""
    return bool(_PAPERS.search(text))
