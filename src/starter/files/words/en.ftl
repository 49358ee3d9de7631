# What `muwazana new` and `muwazana init` write into pages, in English. The other files here have the same messages; a
# language without a file begins with these.

# Guidance in a new page. Where it is left, `check` says so.
draft_summary = One or two sentences: what does a reader learn here?
draft_article = Write here.
draft_start = One pole
draft_end = The other pole
draft_stance = { $subject }: …

# The sections of a dimension.
claim_title = The claim
for_title = The evidence for
against_title = The evidence against
stands_title = Where each stands, and how sure we are
change_title = What would change our mind

# Subjects of a site that names none.
subject_coffee = Coffee
subject_tea = Tea
docs_title = Handbook

# A comparison.
home_summary = { $names }, weighed point by point.
home_text = Each point is an article of its own: what is claimed, what speaks for it and against it, and where each side stands. The scale below shows all points at a glance.
home_more = [[about|How this site weighs]] says by which rules.
home_first = Begin with [[comparable]].
points_title = Points of comparison
points_summary = All points, in the order in which they are best read.
points_text = The points can be read one by one. Side by side they stand in [the matrix](/matrix/).
point_title = What can be compared
point_summary = How a point is made: a claim, what speaks for it and against it, where each side stands, and what would change our mind.
point_stance = { $subject }: one sentence says where it stands on this point.
point_start = Not at all
point_end = Entirely
point_claim = A point begins with a claim that could be wrong. It says what is compared, and by what, so that both sides can be measured by the same [[scale]].
point_for = Here stands what speaks for the claim. Whoever wants to check it finds the source at its side, as with the rules of Markdown, in which this page is written.[^commonmark]
point_against = Here stands what speaks against it, as those who hold it would say it themselves. A comparison without objections has not begun.
point_stands = Each subject has its place between the two poles above. The place is a judgement and not a measurement, so this section says what it rests on, and how sure it is.
point_change = Last comes what would prove the claim wrong: a figure, an event, a better source. Whoever brings one of them changes this page.
terms_title = Terms
terms_summary = Words that have a meaning of their own here.
terms_text = Where a page uses one of these words, its meaning is a tap away.
term_title = Scale
term_summary = The line between two poles on which every subject has its place.
term_text = Every point has a scale of its own. Places on two scales cannot be held against each other.
about_title = About this site
about_summary = Who weighs here, by which rules, and how to object.
about_rules_title = The rules
about_rules = Every point asks the same questions in the same order. What is a fact and what is a judgement is kept apart, and a fact names its source.
about_correct_title = Corrections
about_correct = Every page can be corrected. It is a text file in Markdown, and whoever knows better writes it anew or tells us.

# Documentation.
docs_home_summary = Everything about { $title } in one place.
docs_home_text = Newcomers begin with [[start]]. Who knows the way looks things up in the [[guide]].
start_title = Getting started
start_summary = From nothing to a first page that can be seen.
start_see_title = See the site
start_see = One command builds the site and shows it on this computer. It follows every change.
start_write_title = Change a page
start_write = Every page is a folder in `content`, with a text file for each language. Change one, and the page in the browser changes with it.
start_check_title = Check it
start_check = Before the site is published, one command names everything that is wrong, with its place and its remedy.
guide_title = Guide
guide_page_summary = What one does every day, chapter by chapter.
guide_page_text = Each chapter stands by itself.
pages_title = Pages and folders
pages_summary = How a folder becomes a page, and a page becomes part of the site.
pages_new_title = A new page
pages_new = A new page begins as a draft: it can be seen on this computer, and is published when the line `draft = true` is taken out.
pages_order_title = The order
pages_order = The number `order` in `page.toml` says where a page stands among its neighbours.
links_title = Links and notes
links_summary = How pages lead to each other, and how a statement names its source.
links_pages_title = To another page
links_pages = Two brackets and the name of a folder make a link, such as this one to [[pages]]. If the page is not there, the check says so.
links_cite_title = To a source
links_cite = A source is written down once and cited by its key wherever it is used, such as the rules of Markdown.[^commonmark]
docs_about_summary = Who writes here, and how to help.
