# Les mots de l’interface en français.

skip_to_content = Aller au contenu
main_navigation = Navigation principale
menu = Menu
theme = Couleurs
theme_system = comme l’appareil
theme_light = claires
theme_dark = sombres
language_switch = Langue
words_licence = Licence des textes :
repository = Code source
feed = Flux

on_this_page = Sur cette page
notes_title = Sources et notes
note_back = Retour au texte
note_back_to = Retour au texte, renvoi { $number }
accessed = Consulté :
published = Publié :
updated = Mis à jour :
edit_page = Modifier cette page
previous = Précédent
next = Suivant
neighbours = Page précédente et page suivante
pages = Pages
all_pages = Toutes les pages
breadcrumbs = Vous êtes ici
related_title = À lire aussi
backlinks_title = Pages qui renvoient ici
terms_used_title = Termes employés ici
children_title = Dans cette section
draft = Cette page est un brouillon. Seules les personnes qui modifient le site la voient.
stand_in = Cette page n’existe pas encore en français. Vous la lisez dans une autre langue ({ $language }).
section_missing = Cette section n’existe pas encore en français.
section_behind = Il existe une version plus récente de cette section dans une autre langue ({ $language }).
head_behind = Il existe une version plus récente du début de cette page dans une autre langue ({ $language }).
read_parallel = Lire les langues côte à côte

dimension = Critère
dimensions_title = Point par point
dimensions_count =
    { $form ->
        [one] { $number } critère
        [many] { $number } de critères
       *[other] { $number } critères
    }
stances_title = La position de chacun
kind_similarity = Thèse : ressemblance
kind_difference = Thèse : différence
kind_synthesis = Synthèse
finding_alike = Constat : ressemblance
finding_different = Constat : différence
finding_depends = Constat : cela dépend
finding_unknown = Constat : inconnu
axis = Échelle
scale_title = L’échelle
scale_note = Chaque ligne est un critère entre ses deux pôles, et la rédaction y a placé les marques : c’est un jugement, non une mesure. Une barre dit que les cas divergent ou que les preuves laissent la place ouverte ; sa marque n’en est que le milieu. Des marques proches ne montrent à elles seules ni différence ni ressemblance ; ce qui a été trouvé, le critère le dit.
matrix_title = Tableau
matrix_summary = Tous les critères, avec la position de chacun.
balance_title = La balance
balance_summary =
    { $subjects ->
        [2] À quel point les deux se ressemblent-ils ? Donnez à chaque critère le poids qu’il mérite selon vous.
       *[other] À quel point se ressemblent-ils ? Donnez à chaque critère le poids qu’il mérite selon vous.
    }
balance_reading =
    { $subjects ->
        [2] L’intervalle va, avec ces poids, du plus proche au plus éloigné que permettent les barres : 0 si les deux marques coïncidaient sur chaque échelle, 100 si elles étaient à ses deux bouts. La marque dans l’intervalle prend le milieu de chaque barre.
       *[other] L’intervalle va, avec ces poids, du plus proche au plus éloigné que permettent les barres : 0 si les marques des deux coïncidaient sur chaque échelle, 100 si elles étaient à ses deux bouts. La marque dans l’intervalle prend le milieu de chaque barre.
    }
balance_open = Pesez vous-même les critères
balance_alike = Proches
balance_different = Éloignés
balance_range = Écart moyen { $middle } sur { $all } (les barres permettent de { $low } à { $high })
balance_nothing = Rien n’est pesé
balance_extremes = Quels que soient les poids, de { $least } à { $most } pour chaque critère, et où que soit chaque place dans sa barre, l’écart moyen reste entre { $low } et { $high } sur { $all }.
balance_extremes_known = Ce que rien ne tranche n’y compte pas.
balance_spread = Les poids seuls, de { $least } à { $most }, déplacent la marque entre { $lightest } et { $heaviest }. Les barres, à poids égaux, la laissent n’importe où entre { $low } et { $high }.
balance_bars_more = Ce que les barres laissent ouvert compte ici plus que les poids.
balance_weights_more = Les poids comptent ici plus que ce que les barres laissent ouvert.
balance_unknown = Rien de ce qui a été trouvé ne tranche { $titles }. Compté, ce que l’on ignore passerait pour une ressemblance, et il n’y a donc là aucun poids tant que vous n’en donnez pas.
balance_strongest = La marque est à { $now }. Ce qui la déplace le plus : { $moves }.
balance_move = « { $title } » ({ $without } sans lui, { $most } avec son poids maximal)
balance_weights = Vos poids
balance_weights_note = 0 écarte un critère, 5 lui donne le plus de poids. L’adresse de cette page garde votre choix : vous pouvez la partager.
balance_noscript = Peser demande JavaScript, désactivé dans votre navigateur. Voici plus bas ce que d’autres choisiraient.
balance_distance = Écart { $distance }
balance_distance_range = { $middle }, entre { $low } et { $high }
balance_weightings = Comme d’autres pèsent
balance_equal = Tous égaux
balance_equal_reason = Chaque critère tranché a le même poids. Ceux qui en rassemblent d’autres sont laissés de côté : ils compteraient deux fois la même chose.
balance_use = Partir de ces poids
balance_weights_given = Les poids
balance_shared = Critères qui reposent sur les mêmes sources
balance_shared_note = Ce que deux critères partagent compte deux fois si tous deux ont un poids. Voici les paires qui ont au moins trois sources communes, soit un cinquième de celles du critère qui en a le moins :
balance_method = Ce que dit la balance
balance_method_text = Pour chaque critère, on prend l’écart entre les sujets sur son échelle, et non leur place : des places sur des échelles différentes ne veulent pas dire la même chose. La balance est la moyenne de ces écarts selon vos poids. Là où une place est un intervalle, l’écart en est un aussi.
balance_limits = Les places sont des jugements ; la balance calcule avec eux sans les rendre plus sûrs. Un autre lecteur placerait peut-être chaque marque un peu ailleurs : cela n’est pas dans l’intervalle, et l’élargirait.

evidence_title = Sur quoi reposent les jugements
evidence_summary = Quelle est la solidité de chaque jugement et pourquoi, comment il a changé, et quels constats qui le changeraient se sont rapprochés.
evidence_high = Preuves solides
evidence_moderate = Preuves moyennes
evidence_low = Preuves faibles
evidence_to = Données jusqu’à { $date }
evidence_sources = Il repose surtout sur :
under_review = En révision : des chiffres sur lesquels repose ce jugement devaient être revus avant le { $date }.
history_title = Comment le jugement a changé
history_moved = { $name } : de { $from } à { $to }
history_feed = Flux de ces changements
tests_title = Ce qui nous ferait changer d’avis
tests_moved = Constats qui ont bougé : { $moved } sur { $all }
test_claim = Constat
test_threshold = Compterait
test_value = Maintenant
test_movement = Mouvement
test_unmeasured = Pas encore de chiffre
movement_none = Inchangé
movement_closer = Plus proche
movement_farther = Plus loin
movement_met = C’est arrivé

term = Terme
terms_count =
    { $form ->
        [one] { $number } terme
        [many] { $number } de termes
       *[other] { $number } termes
    }
aliases_title = Autres noms
used_in_title = Employé dans

sources_title = Sources
sources_summary = Toutes les sources que citent les articles, et où.
sources_count =
    { $form ->
        [one] { $number } source
        [many] { $number } de sources
       *[other] { $number } sources
    }
source_analysis = Analyse
source_data = Données
source_news = Presse
source_official = Source officielle
source_paper = Article scientifique
grade_primary = Original
grade_account = Compte rendu
grade_copy = Copie
source_evidence_to = Données jusqu’à
source_review_by = À revoir avant le
source_archived = Copie archivée
cited_in = Citée dans
list_separator = ,

search_button = Rechercher
search_title = Recherche
search_summary = Cherchez dans les pages et leurs sections. En dessous, un index de tout le site.
search_placeholder = Un mot ou une question
search_close = Fermer la recherche
search_results = Résultats
search_count =
    { $form ->
        [one] { $number } page
        [many] { $number } de pages
       *[other] { $number } pages
    }
search_none = Rien ne correspond à ces mots. Essayez un seul mot, ou commencez ici :
search_meant = Vouliez-vous dire :
search_recent = Vos recherches récentes
search_forget = Effacer cette liste
search_terms = Des termes pour commencer
search_other = Trouvé par des mots d’une autre langue :
search_guessed = Aucune page ne contient ces mots tels quels. Les plus proches :
search_browse = Toutes les pages et leurs sections
search_dimension = Critère
search_term = Terme
search_pages = Autres pages
search_failed = La recherche n’a pas pu être chargée. Vérifiez votre connexion, ou parcourez l’index :
search_noscript = La recherche a besoin de JavaScript, qui est désactivé dans votre navigateur. L’index ci-dessous donne toutes les pages et sections du site.

gate_enter = Lire en français
not_found_title = Page introuvable
not_found_text = Il n’y a rien à cette adresse. La page a peut-être été déplacée.
not_found_home = Aller à l’accueil

alert_note = Note
alert_tip = Conseil
alert_important = Important
alert_warning = Attention
alert_caution = Danger
alert_summary = Résumé
alert_example = Exemple
alert_question = Question
alert_quote = Citation
alert_failure = Échec
alert_bug = Bogue
details = Détails
task_done = Fait
task_open = À faire

reading_time =
    { $form ->
        [one] { $number } minute de lecture
        [many] { $number } de minutes de lecture
       *[other] { $number } minutes de lecture
    }
copy = Copier
section_link = Lien vers cette section
section_parallel =
    { $languages ->
        [2] Cette section dans les deux langues
       *[other] Cette section dans toutes les langues
    }
parallel_show = Afficher
parallel_all =
    { $languages ->
        [2] Les deux langues
       *[other] Toutes les langues
    }
markdown = Markdown
llms_full = Tout en un seul fichier
llms_more = Absent de ce fichier : { $pages }. La liste complète est ici :
book = Livre numérique (EPUB)
book_parallel = Livre numérique avec toutes les langues en parallèle (EPUB)
book_contents = Table des matières
book_cover = Couverture
book_about = À propos de ce livre
book_made = Composé des pages de
cite_page = Citer cette page
letters = Lettres

filter_all = Tout
filter_kind = Type
filter_finding = Constat
filter_evidence = Preuves
filter_grade = Rang
filter_language = Langue
sort = Ordre
sort_order = Ordre du site
sort_gap = Les plus éloignés d’abord
sort_by = Selon { $name }
part_of = { $shown } sur { $all }
csv = Le tableau en CSV

chart_bar = Diagramme en barres
chart_line = Courbe
chart_dot = Diagramme à points
chart_share = Parts d’un tout
chart_log = échelle logarithmique
chart_description = { $kind }. Minimum : { $low }, { $least }. Maximum : { $high }, { $most }.
chart_sources =
    { $form ->
        [one] Source :
        [many] Sources :
       *[other] Sources :
    }
chart_data = Les données en tableau
chart_csv = Les données en CSV
chart_page = Page du graphique
chart_from = Tiré de :
chart_use = Utiliser ce graphique
chart_download = Télécharger :
chart_embed = L’intégrer
chart_embed_picture = L’intégrer comme image
chart_cite = Citer ce graphique
charts_title = Graphiques
charts_summary = Tous les graphiques de ce site, à lier, intégrer, télécharger et citer.

status_title = État des traductions
status_summary = Ce qui est complet, manque ou a pris du retard dans chaque langue.
status_share = Complètes : { $number } sur { $all }
status_complete = Complète
status_incomplete = Sections manquantes
status_behind = En retard
status_copy = Non traduite
status_missing = Manque
status_nothing = Toutes les pages sont complètes dans toutes les langues.
status_draft = Brouillon
status_words =
    { $form ->
        [one] { $number } mot
        [many] { $number } de mots
       *[other] { $number } mots
    }
status_lacks = Il manque :
status_changes = Ce qui a changé
status_head = Début de la page
