# Die Wörter der Oberfläche auf Deutsch.

skip_to_content = Zum Inhalt springen
main_navigation = Hauptnavigation
menu = Menü
theme = Farben
theme_system = wie das Gerät
theme_light = hell
theme_dark = dunkel
language_switch = Sprache
words_licence = Lizenz der Texte:
repository = Quelltext
feed = Feed

on_this_page = Auf dieser Seite
notes_title = Quellen und Anmerkungen
note_back = Zurück zum Text
note_back_to = Zurück zum Text, Stelle { $number }
accessed = Abgerufen:
published = Veröffentlicht:
updated = Aktualisiert:
edit_page = Diese Seite bearbeiten
previous = Zurück
next = Weiter
neighbours = Vorige und nächste Seite
pages = Seiten
all_pages = Alle Seiten
breadcrumbs = Sie sind hier
related_title = Verwandtes
backlinks_title = Seiten, die hierher verweisen
terms_used_title = Hier verwendete Begriffe
children_title = In diesem Abschnitt
draft = Diese Seite ist ein Entwurf. Nur wer die Website bearbeitet, sieht sie.
stand_in = Diese Seite gibt es noch nicht auf Deutsch. Sie lesen sie in einer anderen Sprache ({ $language }).
section_missing = Diesen Abschnitt gibt es noch nicht auf Deutsch.
section_behind = In einer anderen Sprache ({ $language }) ist der Text dieses Abschnitts neuer.
head_behind = In einer anderen Sprache ({ $language }) ist der Anfang dieser Seite neuer.
read_parallel = Die Sprachen nebeneinander lesen

dimension = Vergleichspunkt
dimensions_title = Punkt für Punkt
dimensions_count =
    { $form ->
        [one] { $number } Vergleichspunkt
       *[other] { $number } Vergleichspunkte
    }
stances_title = Wo sie jeweils stehen
kind_similarity = These: Ähnlichkeit
kind_difference = These: Unterschied
kind_synthesis = Synthese
finding_alike = Befund: ähnlich
finding_different = Befund: verschieden
finding_depends = Befund: je nachdem
finding_unknown = Befund: nicht bekannt
axis = Skala
scale_title = Die Skala
scale_note = Jede Zeile ist ein Vergleichspunkt zwischen seinen beiden Polen; die Zeichen hat die Redaktion gesetzt, nach Urteil, nicht nach Messung. Ein Balken heißt, dass die Fälle auseinanderliegen oder die Belege den Ort offenlassen; das Zeichen darauf ist nur seine Mitte. Dass Zeichen nahe beieinanderliegen, zeigt für sich weder einen Unterschied noch eine Ähnlichkeit; was gefunden wurde, sagt der Punkt selbst.
matrix_title = Tabelle
matrix_summary = Alle Vergleichspunkte und wo jeder von ihnen steht.
balance_title = Die Waage
balance_summary =
    { $subjects ->
        [2] Wie ähnlich sind sich die beiden? Geben Sie jedem Vergleichspunkt das Gewicht, das er Ihrer Ansicht nach verdient.
       *[other] Wie ähnlich sind sie sich? Geben Sie jedem Vergleichspunkt das Gewicht, das er Ihrer Ansicht nach verdient.
    }
balance_reading =
    { $subjects ->
        [2] Der Bereich reicht, bei diesen Gewichten, vom nächsten bis zum fernsten, was die Balken zulassen: 0, fielen die beiden Zeichen auf jeder Skala zusammen, 100, stünden sie an ihren entgegengesetzten Enden. Das Zeichen im Bereich nimmt die Mitte jedes Balkens.
       *[other] Der Bereich reicht, bei diesen Gewichten, vom nächsten bis zum fernsten, was die Balken zulassen: 0, fielen die Zeichen der beiden auf jeder Skala zusammen, 100, stünden sie an ihren entgegengesetzten Enden. Das Zeichen im Bereich nimmt die Mitte jedes Balkens.
    }
balance_open = Selbst wägen
balance_alike = Nah beieinander
balance_different = Weit auseinander
balance_range = Mittlerer Abstand { $middle } von { $all } (die Balken lassen { $low } bis { $high } zu)
balance_nothing = Nichts wird gewogen
balance_extremes = Wie auch immer Sie wägen, mit { $least } bis { $most } für jeden Punkt, und wo im Balken ein Ort auch liegt: Der mittlere Abstand bleibt zwischen { $low } und { $high } von { $all }.
balance_extremes_known = Was nicht entschieden ist, zählt dabei nicht mit.
balance_spread = Die Gewichte allein, von { $least } bis { $most }, bewegen das Zeichen zwischen { $lightest } und { $heaviest }. Die Balken lassen es, bei gleichen Gewichten, überall zwischen { $low } und { $high }.
balance_bars_more = Was die Balken offenlassen, wiegt hier mehr als die Gewichte.
balance_weights_more = Die Gewichte wiegen hier mehr als das, was die Balken offenlassen.
balance_unknown = Nichts, was gefunden wurde, entscheidet { $titles }. Mitgezählt sähe Unwissen wie Ähnlichkeit aus, darum steht dort kein Gewicht, bis Sie eines geben.
balance_strongest = Das Zeichen steht bei { $now }. Am meisten bewegt es { $moves }.
balance_move = „{ $title }“ ({ $without } ohne diesen Punkt, { $most } mit seinem vollen Gewicht)
balance_weights = Ihre Gewichte
balance_weights_note = 0 lässt einen Punkt weg, 5 gibt ihm das größte Gewicht. Die Adresse dieser Seite bewahrt Ihre Wahl und lässt sich teilen.
balance_noscript = Zum Wägen braucht es JavaScript, das in Ihrem Browser ausgeschaltet ist. Unten steht, was andere wählen würden.
balance_distance = Abstand { $distance }
balance_distance_range = { $middle }, zwischen { $low } und { $high }
balance_weightings = Wie andere wägen
balance_equal = Alle gleich
balance_equal_reason = Jeder Punkt, der entschieden ist, hat dasselbe Gewicht. Punkte, die andere zusammenfassen, bleiben weg: Sie würden dasselbe zweimal zählen.
balance_use = Mit diesen Gewichten beginnen
balance_weights_given = Die Gewichte
balance_shared = Punkte, die auf denselben Quellen beruhen
balance_shared_note = Was zwei Punkte teilen, zählt doppelt, wenn beide Gewicht haben. Hier stehen Paare mit mindestens drei gemeinsamen Quellen, die ein Fünftel der Quellen des Punktes mit den wenigeren sind:
balance_method = Was die Waage sagt
balance_method_text = Bei jedem Punkt zählt, wie weit die Gegenstände auf seiner Skala auseinanderliegen, nicht wo sie stehen: Orte auf verschiedenen Skalen bedeuten Verschiedenes. Die Waage ist das Mittel dieser Abstände nach Ihren Gewichten. Wo ein Ort ein Bereich ist, ist es auch der Abstand.
balance_limits = Die Orte sind Urteile; die Waage rechnet mit ihnen und macht sie nicht sicherer. Jemand anderes würde jedes Zeichen vielleicht ein wenig anders setzen; das steckt nicht im Bereich und würde ihn weiten.

evidence_title = Worauf die Urteile beruhen
evidence_summary = Wie sicher jedes Urteil ist und warum, wie es sich geändert hat und welche der Befunde, die es ändern würden, näher gerückt sind.
evidence_high = Starke Belege
evidence_moderate = Mittlere Belege
evidence_low = Schwache Belege
evidence_to = Belege bis { $date }
evidence_sources = Es beruht vor allem auf:
under_review = In Prüfung: Zahlen, auf denen dieses Urteil beruht, waren bis { $date } erneut zu prüfen.
history_title = Wie sich das Urteil geändert hat
history_moved = { $name }: von { $from } auf { $to }
history_feed = Feed dieser Änderungen
tests_title = Was unsere Meinung ändern würde
tests_moved = Befunde, die sich bewegt haben: { $moved } von { $all }
test_claim = Befund
test_threshold = Zählt ab
test_value = Jetzt
test_movement = Bewegung
test_unmeasured = Noch keine Zahl
movement_none = Unverändert
movement_closer = Näher
movement_farther = Ferner
movement_met = Eingetreten

term = Begriff
terms_count =
    { $form ->
        [one] { $number } Begriff
       *[other] { $number } Begriffe
    }
aliases_title = Auch
used_in_title = Verwendet in

sources_title = Quellen
sources_summary = Alle Quellen, die in den Artikeln zitiert werden, und wo.
sources_count =
    { $form ->
        [one] { $number } Quelle
       *[other] { $number } Quellen
    }
source_analysis = Analyse
source_data = Daten
source_news = Nachricht
source_official = Offizielle Quelle
source_paper = Fachaufsatz
grade_primary = Original
grade_account = Bericht
grade_copy = Kopie
source_evidence_to = Belege bis
source_review_by = Erneut zu prüfen bis
source_archived = Archivierte Fassung
cited_in = Zitiert in
list_separator = ,

search_button = Suchen
search_title = Suche
search_summary = Durchsuchen Sie die Seiten und ihre Abschnitte. Darunter steht ein Verzeichnis der ganzen Website.
search_placeholder = Ein Wort oder eine Frage
search_close = Suche schließen
search_results = Treffer
search_count =
    { $form ->
        [one] { $number } Seite
       *[other] { $number } Seiten
    }
search_none = Zu diesen Wörtern wurde nichts gefunden. Versuchen Sie es mit einem einzelnen Wort, oder beginnen Sie hier:
search_meant = Meinten Sie:
search_recent = Zuletzt gesucht
search_forget = Liste löschen
search_terms = Begriffe für den Anfang
search_other = Gefunden über Wörter einer anderen Sprache:
search_guessed = Keine Seite enthält diese Wörter so, wie sie eingegeben wurden. Am nächsten kommen:
search_browse = Alle Seiten und ihre Abschnitte
search_dimension = Vergleichspunkt
search_term = Begriff
search_pages = Weitere Seiten
search_failed = Die Suche konnte nicht geladen werden. Prüfen Sie die Verbindung, oder nutzen Sie das Verzeichnis:
search_noscript = Die Suche braucht JavaScript, das in Ihrem Browser abgeschaltet ist. Das Verzeichnis unten führt alle Seiten und Abschnitte auf.

gate_enter = Auf Deutsch lesen
not_found_title = Seite nicht gefunden
not_found_text = Unter dieser Adresse gibt es nichts. Vielleicht ist die Seite umgezogen.
not_found_home = Zur Startseite

alert_note = Hinweis
alert_tip = Tipp
alert_important = Wichtig
alert_warning = Warnung
alert_caution = Vorsicht
alert_summary = Zusammenfassung
alert_example = Beispiel
alert_question = Frage
alert_quote = Zitat
alert_failure = Fehlschlag
alert_bug = Programmfehler
details = Einzelheiten
task_done = Erledigt
task_open = Offen

reading_time =
    { $form ->
        [one] { $number } Minute Lesezeit
       *[other] { $number } Minuten Lesezeit
    }
copy = Kopieren
section_link = Link zu diesem Abschnitt
section_parallel =
    { $languages ->
        [2] Dieser Abschnitt in beiden Sprachen
       *[other] Dieser Abschnitt in allen Sprachen
    }
parallel_show = Anzeigen
parallel_all =
    { $languages ->
        [2] Beide Sprachen
       *[other] Alle Sprachen
    }
markdown = Markdown
llms_full = Alles in einer Datei
llms_more = Nicht in dieser Datei: { $pages }. Alle Seiten stehen hier:
book = E-Book (EPUB)
book_parallel = E-Book mit allen Sprachen nebeneinander (EPUB)
book_contents = Inhalt
book_cover = Umschlag
book_about = Über dieses Buch
book_made = Zusammengestellt aus den Seiten von
cite_page = Diese Seite zitieren
letters = Buchstaben

filter_all = Alle
filter_kind = Art
filter_finding = Befund
filter_evidence = Belege
filter_grade = Rang
filter_language = Sprache
sort = Reihenfolge
sort_order = Wie auf der Website
sort_gap = Größter Abstand zuerst
sort_by = Nach { $name }
part_of = { $shown } von { $all }
csv = Die Tabelle als CSV

chart_bar = Balkendiagramm
chart_line = Liniendiagramm
chart_dot = Punktdiagramm
chart_share = Anteile eines Ganzen
chart_log = logarithmische Skala
chart_description = { $kind }. Niedrigster Wert: { $low }, { $least }. Höchster Wert: { $high }, { $most }.
chart_sources =
    { $form ->
        [one] Quelle:
       *[other] Quellen:
    }
chart_data = Die Daten als Tabelle
chart_csv = Die Daten als CSV
chart_page = Seite des Diagramms
chart_from = Aus:
chart_use = Dieses Diagramm verwenden
chart_download = Herunterladen:
chart_embed = Einbetten
chart_embed_picture = Als Bild einbetten
chart_cite = Dieses Diagramm zitieren
charts_title = Diagramme
charts_summary = Alle Diagramme dieser Website, zum Verlinken, Einbetten, Herunterladen und Zitieren.

status_title = Stand der Übersetzungen
status_summary = Was in welcher Sprache vollständig ist, fehlt oder zurückliegt.
status_share = Vollständig: { $number } von { $all }
status_complete = Vollständig
status_incomplete = Abschnitte fehlen
status_behind = Liegt zurück
status_copy = Nicht übersetzt
status_missing = Fehlt
status_nothing = Jede Seite ist in jeder Sprache vollständig.
status_draft = Entwurf
status_words =
    { $form ->
        [one] { $number } Wort
       *[other] { $number } Wörter
    }
status_lacks = Es fehlt:
status_changes = Was sich geändert hat
status_head = Anfang der Seite
